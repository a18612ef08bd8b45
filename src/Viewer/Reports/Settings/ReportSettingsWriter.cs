using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FeedbackLab.Analysis.Voices;

namespace FeedbackLab.Viewer.Reports.Settings;

/// <summary>Writes a report's settings as the YAML that <see cref="ReportSettingsReader"/> reads.</summary>
public static class ReportSettingsWriter
{
    private static readonly JsonSerializerOptions Text = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The file's text: UTF-8, LF; what is as by default is left out. Read again it gives the same settings.</summary>
    /// <param name="settings">The settings.</param>
    public static string Write(ReportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var yaml = new StringBuilder("# docs/guide/report.md\n");
        Add("title", settings.Title);
        Add("organisation", settings.Organisation);
        Add("date", settings.Date);
        Add("foreword", settings.Foreword);
        Add("unit", settings.Unit);
        if (settings.Years is { } years)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"years: [{years.Earlier}, {years.Later}]\n");
        }

        List("themes", settings.Themes, string.Empty);
        Add("map", settings.Map);
        if (!settings.Include.SequenceEqual(ReportSettings.Default.Include))
        {
            List("include", [.. settings.Include.Select(p => p.ToString().ToLowerInvariant())], string.Empty);
        }

        List("formats", [.. settings.Formats.Select(f => f.ToString().ToLowerInvariant())], string.Empty);
        Add("template", settings.Template);
        Voices(settings.Voices);
        return yaml.ToString();

        void Add(string key, string? value)
        {
            if (value is { Length: > 0 })
            {
                yaml.Append(CultureInfo.InvariantCulture, $"{key}: {JsonSerializer.Serialize(value, Text)}\n");
            }
        }

        void List(string key, ImmutableArray<string> values, string indent)
        {
            if (!values.IsEmpty)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"{indent}{key}: [{string.Join(", ", values.Select(v => JsonSerializer.Serialize(v, Text)))}]\n");
            }
        }

        void Voices(VoiceOptions voices)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"voices:\n  count: {voices.Count}\n  shortest: {voices.Shortest}\n  longest: {voices.Longest}\n  dissent: {(voices.Dissent ? "true" : "false")}\n");
            if (voices.Consent is { } consent)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"  consent: {JsonSerializer.Serialize(consent.Length == 0 ? "none" : consent, Text)}\n");
            }

            List("pin", voices.Pinned, "  ");
            List("ban", voices.Banned, "  ");
        }
    }
}
