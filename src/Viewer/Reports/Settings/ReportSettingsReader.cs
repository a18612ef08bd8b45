using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Voices;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Viewer.Exports;
using YamlDotNet.RepresentationModel;

namespace FeedbackLab.Viewer.Reports.Settings;

/// <summary>Reads a report's settings from YAML (or JSON); docs/guide/report.md.</summary>
public static class ReportSettingsReader
{
    // What crosstab takes beside the columns' names.
    private static readonly string[] GroupingWords = ["year", "area", "question", "kind", "type", "source", "meeting", "respondent"];

    /// <summary>The settings that a text defines.</summary>
    /// <param name="text">The file's text; a BOM is skipped. Empty text gives the defaults.</param>
    /// <exception cref="DefinitionException">The text is no such definition; the message says which line and what to do.</exception>
    public static ReportSettings Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (text.TrimStart('\uFEFF').Split('\n').All(l => l.TrimStart() is "" or ['#', ..]))
        {
            return ReportSettings.Default with { Sha256 = hash };
        }

        var root = DefinitionNode.Mapping(DefinitionNode.Root(text), "report");
        DefinitionNode.RefuseUnknown(root, "report", "title", "organisation", "date", "foreword", "unit", "years", "themes", "map", "include", "voices", "formats", "template");
        var lines = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        if (DefinitionNode.Child(root, "years") is { } written)
        {
            lines["years"] = DefinitionNode.LineOf(written);
        }

        var settings = new ReportSettings
        {
            Title = Text(root, "title"),
            Organisation = Text(root, "organisation"),
            Date = Text(root, "date"),
            Foreword = Text(root, "foreword"),
            Unit = Text(root, "unit"),
            Years = DefinitionNode.Child(root, "years") is { } years ? Years(years) : null,
            Themes = Ids(root, "themes", lines),
            Map = Ids(root, "map", lines) is [var map, ..] ? map : null,
            Include = DefinitionNode.Child(root, "include") is { } include ? Names(include, "include", ReportParts.Of, ReportParts.All) : ReportSettings.Default.Include,
            Voices = DefinitionNode.Child(root, "voices") is { } voices ? Voices(DefinitionNode.Mapping(voices, "voices"), lines) : new VoiceOptions(),
            Formats = DefinitionNode.Child(root, "formats") is { } formats ? Names(formats, "formats", FormatOf, FormatNames) : [],
            Template = Text(root, "template"),
            Sha256 = hash,
            Lines = lines.ToImmutable(),
        };
        return settings.Include.IsEmpty
            ? throw DefinitionNode.Invalid(DefinitionNode.LineOf(root), "include が空です。載せる部分を一つは書いてください。", "include is empty. Name at least one part.")
            : settings;
    }

    /// <summary>The names of the formats, for messages.</summary>
    public static string FormatNames => string.Join(", ", Enum.GetNames<ReportFormat>()).ToLowerInvariant();

    /// <summary>The format that a name stands for; null for none.</summary>
    /// <param name="name">The name, such as docx.</param>
    public static ReportFormat? FormatOf(string name) => name is not null && name.All(char.IsAsciiLetter) && Enum.TryParse<ReportFormat>(name, ignoreCase: true, out var format) ? format : null;

    /// <summary>Refuses codes, comments and years that the findings do not have.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="findings">The findings.</param>
    /// <exception cref="DefinitionException">Something does not exist; the message says which line and what to do.</exception>
    public static void Check(ReportSettings settings, AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(findings);
        var codes = findings.Codebook.Codes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        if (settings.Themes.FirstOrDefault(t => !codes.Contains(t)) is { } code)
        {
            throw DefinitionNode.Invalid(
                settings.Lines.GetValueOrDefault(code, 1),
                $"themes のコード「{code}」はコードブックにありません。あるのは {string.Join(", ", codes)} です。",
                $"The codebook has no code \"{code}\" (themes). It has {string.Join(", ", codes)}.");
        }

        var comments = findings.Comments.Select(c => c.Comment.Id).ToHashSet(StringComparer.Ordinal);
        if (settings.Voices.Pinned.Concat(settings.Voices.Banned).FirstOrDefault(id => !comments.Contains(id)) is { } comment)
        {
            throw DefinitionNode.Invalid(
                settings.Lines.GetValueOrDefault(comment, 1),
                $"voices の意見「{comment}」がありません。comments.csv の ID を写すか、その行を消してください。",
                $"There is no comment \"{comment}\" (voices). Copy the id from comments.csv, or take the line out.");
        }

        if (settings.Map is { } map && CrossAttribute.Of(map, findings.Corpus) is null)
        {
            var known = string.Join(", ", GroupingWords.Concat(CrossAttribute.Names(findings.Corpus)));
            throw DefinitionNode.Invalid(
                settings.Lines.GetValueOrDefault(map, 1), $"map の「{map}」では分けられません。使えるのは {known} です。", $"map cannot be \"{map}\". Use {known}.");
        }

        foreach (var year in settings.Years is { } years ? new[] { years.Earlier, years.Later } : [])
        {
            if (!findings.Years.Contains(year))
            {
                throw DefinitionNode.Invalid(
                    settings.Lines.GetValueOrDefault("years", 1),
                    $"years の {year} 年の意見がありません。あるのは {string.Join('、', findings.Years)} です。",
                    $"There are no comments of {year} (years). There are some of {string.Join(", ", findings.Years)}.");
            }
        }

        if (settings.Years is { } pair && !YearComparison.HasPairs(findings, pair.Earlier, pair.Later))
        {
            throw DefinitionNode.Invalid(
                settings.Lines.GetValueOrDefault("years", 1),
                $"years の {pair.Earlier} 年と {pair.Later} 年の両方に尋ねた、名前の分かる回答者がいないので、比べられません。",
                $"Nobody whose name is known was asked both in {pair.Earlier} and in {pair.Later} (years), so they cannot be compared.");
        }
    }

    private static VoiceOptions Voices(YamlMappingNode node, ImmutableDictionary<string, int>.Builder lines)
    {
        DefinitionNode.RefuseUnknown(node, "voices", "count", "shortest", "longest", "dissent", "consent", "pin", "ban");
        var options = new VoiceOptions
        {
            Count = Number(node, "count") ?? new VoiceOptions().Count,
            Shortest = Number(node, "shortest") ?? new VoiceOptions().Shortest,
            Longest = Number(node, "longest") ?? new VoiceOptions().Longest,
            Dissent = Flag(node, "dissent") ?? true,
            Consent = Text(node, "consent") is "なし" or "none" ? string.Empty : Text(node, "consent"),
            Pinned = Ids(node, "pin", lines),
            Banned = Ids(node, "ban", lines),
        };
        return options.Failures() is [var failure, ..] ? throw new DefinitionException(DefinitionNode.LineOf(node), failure) : options;
    }

    private static (int Earlier, int Later) Years(YamlNode node)
    {
        var years = DefinitionNode.Strings(node, "years");
        return years.Length == 2
            && int.TryParse(years[0], NumberStyles.None, CultureInfo.InvariantCulture, out var earlier)
            && int.TryParse(years[1], NumberStyles.None, CultureInfo.InvariantCulture, out var later)
            && earlier < later
            ? (earlier, later)
            : throw DefinitionNode.Invalid(
                DefinitionNode.LineOf(node),
                "years は、前の年と後の年を西暦で二つ書いてください（例: years: [2024, 2025]）。",
                "years must be two years, the earlier first (years: [2024, 2025]).");
    }

    private static ImmutableArray<T> Names<T>(YamlNode node, string key, Func<string, T?> of, string known)
        where T : struct, Enum
    {
        var names = node is YamlSequenceNode sequence ? sequence.Children : [node];
        return
        [
            .. names.Select(n => of(DefinitionNode.Scalar(n, key)) ?? throw DefinitionNode.Invalid(
                DefinitionNode.LineOf(n),
                $"{key} に「{DefinitionNode.Scalar(n, key)}」は書けません。使えるのは {known} です。",
                $"{key} cannot be \"{DefinitionNode.Scalar(n, key)}\". Use {known}.")).Distinct().Order(),
        ];
    }

    private static ImmutableArray<string> Ids(YamlMappingNode node, string key, ImmutableDictionary<string, int>.Builder lines)
    {
        if (DefinitionNode.Child(node, key) is not { } value)
        {
            return [];
        }

        foreach (var id in value is YamlSequenceNode sequence ? sequence.Children : [value])
        {
            lines[SheetIds.Read(DefinitionNode.Scalar(id, key))] = DefinitionNode.LineOf(id);
        }

        return [.. DefinitionNode.Strings(value, key).Select(SheetIds.Read)];
    }

    private static string? Text(YamlMappingNode node, string key) =>
        DefinitionNode.Child(node, key) is { } value ? DefinitionNode.Scalar(value, key) : null;

    private static int? Number(YamlMappingNode node, string key) => DefinitionNode.Child(node, key) switch
    {
        null => null,
        var value => int.TryParse(DefinitionNode.Scalar(value, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw DefinitionNode.Invalid(DefinitionNode.LineOf(value), $"{key} は 0 以上の整数で書いてください。", $"{key} must be a whole number."),
    };

    private static bool? Flag(YamlMappingNode node, string key) => DefinitionNode.Child(node, key) switch
    {
        null => null,
        var value => DefinitionNode.Scalar(value, key) switch
        {
            "true" or "はい" => true,
            "false" or "いいえ" => false,
            _ => throw DefinitionNode.Invalid(DefinitionNode.LineOf(value), $"{key} は true か false で書いてください。", $"{key} must be true or false."),
        },
    };
}
