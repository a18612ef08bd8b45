using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Voices;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Reports.Settings;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Pages.Reports;

/// <summary>The fields of the report's form, and the settings that they amount to.</summary>
internal static class ReportForm
{
    public const string Version = "version";
    public const string Shown = "shown";
    public const string Pin = "pin";
    public const string Ban = "ban";

    public const string Mask = "mask";
    public const string Leave = "leave";

    private const string NamePrefix = "name.";

    /// <summary>The parts that have a box to tick: whether the map is there is told by what stands beside the themes on it.</summary>
    public static readonly ImmutableArray<ReportPart> Parts = [.. Enum.GetValues<ReportPart>().Where(p => p != ReportPart.Map)];

    public static string NameOf(string name) => NamePrefix + name;

    public static bool IsName(string field) => field.StartsWith(NamePrefix, StringComparison.Ordinal);

    public static string VoiceOf(string comment) => "voice." + comment;

    /// <summary>What a form leaves open or says twice, so that it cannot be kept, with the field; null where it can.</summary>
    public static (string Field, BilingualText What)? Failure(IFormCollection form, AnalysisFindings findings)
    {
        var years = (From: Number(form["from"]), To: Number(form["to"]));
        return form["part"].Count == 0 && Text(form["map"]) is null ? ("part", new("載せる部分を、一つは選んでください。", "Choose at least one part."))
            : form["format"].Count == 0 ? ("format", new("形式を、一つは選んでください。", "Choose at least one format."))
            : form["theme"].Count == 0 && findings.Themes.Any(t => t.Comments.Count > 0) ? ("theme", new(
                "テーマを、一つは選んでください。テーマごとの章を載せないときは、「載せる部分」の「テーマ」を外してください。",
                "Choose at least one theme. For a report without sections on themes untick that part."))
            : years.From is null != years.To is null ? ("years", new(
                "比べる年は、前と後の両方を選ぶか、両方を「いちばん新しい二つ」にしてください。", "Choose both years to compare, or the last two for both."))
            : years.From >= years.To ? ("years", new("比べる年は、前のほうが早い年になるように選んでください。", "The earlier year to compare has to be before the later one."))
            : null;
    }

    /// <summary>The settings that a form says; what it has no field for stays as it was.</summary>
    public static ReportSettings Of(IFormCollection form, ReportSettings before, AnalysisFindings findings)
    {
        var themes = form["theme"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> all = [.. findings.Themes.Where(t => t.Comments.Count > 0).Select(t => t.Code.Id)];
        ImmutableArray<string> chosen = [.. all.Where(themes.Contains)];
        var (from, to) = (Number(form["from"]), Number(form["to"]));
        var map = Text(form["map"]);

        // An attribute without the map divides the groups of respondents; the page has no field for that.
        var dividesGroups = map is null && before.Map is not null && !before.Include.Contains(ReportPart.Map);
        return before with
        {
            Title = Text(form["title"]),
            Organisation = Text(form["organisation"]),
            Date = Text(form["date"]),
            Foreword = Text(form["foreword"]),
            Unit = Text(form["unit"]),
            Years = from < to ? (from.Value, to.Value) : null,

            // All of them is no choice: next year's new themes are to be in it too.
            Themes = chosen.Length == all.Length ? [] : before.Themes.Where(chosen.Contains).Concat(chosen).Distinct(StringComparer.Ordinal).ToImmutableArray(),
            Map = dividesGroups ? before.Map : map,
            Include = [.. Enum.GetValues<ReportPart>().Where(p => p == ReportPart.Map ? map is not null || (!dividesGroups && Parts.All(IsTicked)) : IsTicked(p))],
            Formats = [.. Enum.GetValues<ReportFormat>().Where(f => form["format"].Contains(f.ToString()))],
            Voices = Voices(form, before.Voices),
        };

        bool IsTicked(ReportPart part) => form["part"].Contains(part.ToString());
    }

    private static VoiceOptions Voices(IFormCollection form, VoiceOptions before)
    {
        var shown = form[Shown].OfType<string>().ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> With(ImmutableArray<string> old, string choice) =>
            [.. old.Where(id => !shown.Contains(id) || form[VoiceOf(id)] == choice).Concat(form[Shown].OfType<string>().Where(id => form[VoiceOf(id)] == choice)).Distinct(StringComparer.Ordinal)];
        return before with
        {
            Count = Math.Clamp(Number(form["count"]) ?? before.Count, 0, VoiceOptions.MostCount),
            Longest = Math.Max(Number(form["longest"]) ?? before.Longest, before.Shortest),
            Dissent = form.ContainsKey("dissent"),
            Pinned = With(before.Pinned, Pin),
            Banned = With(before.Banned, Ban),
        };
    }

    private static string? Text(string? text) => text?.Trim().ReplaceLineEndings("\n") is { Length: > 0 } written ? written : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
