using System.Collections.Immutable;
using System.Text.Json;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Commands;
using FeedbackLab.Viewer.Files;

namespace FeedbackLab.Viewer.Server;

/// <summary>The counts of one analysis, kept in the workspace's folder so that the next one can say what changed.</summary>
/// <param name="When">When it was made.</param>
/// <param name="Program">The program's version.</param>
/// <param name="State">What it was made of.</param>
/// <param name="Options">How it was made.</param>
/// <param name="Total">Where every row went.</param>
/// <param name="Respondents">How many respondents were asked.</param>
/// <param name="Sources">Names of the sources, with their hashes.</param>
/// <param name="Themes">Counts of each theme, by the code's id.</param>
public sealed record AnalysisRecord(
    DateTimeOffset When,
    string Program,
    WorkspaceState State,
    AnalysisOptions Options,
    LedgerLine Total,
    int Respondents,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyDictionary<string, ThemeRecord> Themes)
{
    /// <summary>The groups that were found, of all comments and then of those that no code covers; by them people name what they make a code.</summary>
    public ImmutableArray<GroupRecord> Groups { get; init; } = [];

    private const string FileName = "analysis.json";

    /// <summary>The counts of an analysis.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="state">What it was made of.</param>
    /// <param name="when">When.</param>
    public static AnalysisRecord Of(AnalysisFindings findings, WorkspaceState state, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return new AnalysisRecord(
            when,
            ProgramVersion.Text,
            state,
            findings.Options,
            findings.Ledger.Total,
            findings.Respondents.Length,
            findings.Corpus.Sources.ToImmutableSortedDictionary(s => s.Name, s => s.Sha256, StringComparer.Ordinal),
            findings.Themes.ToImmutableSortedDictionary(t => t.Code.Id, t => new ThemeRecord(t.Respondents.Count, t.Comments.Count), StringComparer.Ordinal))
        {
            Groups =
            [
                .. findings.Clusters.Select(c => new GroupRecord(false, c.Number, c.Label, c.Terms)),
                .. findings.NewThemes.Select(c => new GroupRecord(true, c.Number, c.Label, c.Terms)),
            ],
        };
    }

    /// <summary>The latest analysis of a workspace; null where none is known.</summary>
    /// <param name="folder">The workspace's folder.</param>
    public static AnalysisRecord? Latest(string folder) => Read(folder)?.Current;

    /// <summary>Keeps the counts of an analysis.</summary>
    /// <param name="folder">The workspace's folder.</param>
    /// <param name="now">The counts.</param>
    /// <returns>The analysis before, of another state of the workspace; null where none is known.</returns>
    public static AnalysisRecord? Keep(string folder, AnalysisRecord now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var kept = Read(folder);
        var before = kept?.Current is null || IsSame(kept.Current, now) ? kept?.Before : kept.Current;
        ResultFolder.Write(folder, new Dictionary<string, byte[]> { [FileName] = JsonSerializer.SerializeToUtf8Bytes(new AnalysisRecords(now, before)) });
        return before;
    }

    private static bool IsSame(AnalysisRecord one, AnalysisRecord other) =>
        one.Total == other.Total && one.Respondents == other.Respondents && IsSame(one.Sources, other.Sources) && IsSame(one.Themes, other.Themes);

    private static bool IsSame<T>(IReadOnlyDictionary<string, T> one, IReadOnlyDictionary<string, T> other)
        where T : notnull => one.Count == other.Count && one.All(p => other.TryGetValue(p.Key, out var value) && value.Equals(p.Value));

    private static AnalysisRecords? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<AnalysisRecords>(File.ReadAllBytes(Path.Combine(folder, FileName)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private sealed record AnalysisRecords(AnalysisRecord? Current, AnalysisRecord? Before);
}

/// <summary>A group of comments that was found.</summary>
/// <param name="IsNewTheme">Whether it is of the comments that no code covers: a possible new theme; else of all.</param>
/// <param name="Number">Its number in the report and on the pages, from 1.</param>
/// <param name="Label">Its label.</param>
/// <param name="Terms">Its telling terms, strongest first.</param>
public sealed record GroupRecord(bool IsNewTheme, int Number, string Label, ImmutableArray<string> Terms);

/// <summary>Counts of one theme.</summary>
/// <param name="Respondents">Respondents that mention it.</param>
/// <param name="Comments">Comments that carry it.</param>
public sealed record ThemeRecord(int Respondents, int Comments);
