using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Correspondence;
using FeedbackLab.Analysis.Statistics.ExactTests;
using FeedbackLab.Analysis.Statistics.Multiplicity;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.CrossTables;

/// <summary>Themes by groups of comments: who mentions what where, and whether that differs beyond chance.</summary>
/// <param name="Attribute">What the comments are grouped by.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Design">How the groups are compared.</param>
/// <param name="Groups">Years ascending, questions as they come up, kinds in their order, everything else the largest first.</param>
/// <param name="Themes">One a theme that anybody mentions, in the findings' order.</param>
/// <param name="Compared">Respondents (or comments) that the tests rest on.</param>
public sealed record CrossTable(
    CrossAttribute Attribute, CrossUnit Unit, CrossDesign Design, ImmutableArray<CrossGroup> Groups, ImmutableArray<CrossRow> Themes, int Compared)
{
    /// <summary>
    /// Respondents that the tests leave out, ordinal order: where groups hardly overlap those who stand in several of them, and where the same
    /// respondents stand in several those who stand in one.
    /// </summary>
    public ImmutableArray<string> Apart { get; init; } = [];

    /// <summary>Known respondents with a comment who stand in no group; 0 where comments are counted.</summary>
    public int WithWordsOutside { get; init; }

    /// <summary>By questions: of a group that several questions are one in (written otherwise in another year), all of them.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Several { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The values of the attribute that a group holds: its name, but of questions that are one all their wordings.</summary>
    /// <param name="group">The group's name.</param>
    public ImmutableArray<string> ValuesOf(string group) => Several.GetValueOrDefault(group, [group]);

    /// <summary>By years: which questions were put in all of them, since the tests rest on those alone; null by anything else.</summary>
    public QuestionsOfYears? Questions { get; init; }

    /// <summary>Mentions in all cells.</summary>
    public int Mentions => Themes.Sum(t => t.Cells.Sum(c => c?.Count ?? 0));

    /// <summary>Whether there are too few mentions, themes or groups for a map.</summary>
    public bool IsTooFewForMap =>
        Mentions < SmallNumbers.FewestMentions || Themes.Length < SmallNumbers.FewestProfiles
        || Groups.Count(g => g.Asked > 0) < SmallNumbers.FewestProfiles;

    /// <summary>The map of themes and groups; null where the numbers are too small, or all groups are alike.</summary>
    public CorrespondenceAnalysis? Map => IsTooFewForMap ? null : CorrespondenceAnalysis.Of([.. Themes.Select(t => t.Cells.Select(c => c?.Count ?? 0).ToImmutableArray())]);

    /// <summary>The cross table of some findings.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="attribute">What to group by.</param>
    /// <param name="unit">What to count; null for what <see cref="UnitOf"/> says.</param>
    /// <param name="adjustment">How the p of several themes are adjusted.</param>
    /// <param name="draws">Draws where a test cannot count every arrangement, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="read">All that was read, where the findings are narrowed to some of it: it tells which questions were put in which year.</param>
    public static CrossTable Of(
        AnalysisFindings findings,
        CrossAttribute attribute,
        CrossUnit? unit = null,
        CrossAdjustment adjustment = CrossAdjustment.Holm,
        int draws = 9999,
        int seed = 1,
        CommentCorpus? read = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(attribute);
        return (unit ?? UnitOf(findings, attribute)) == CrossUnit.Respondents
            ? new CrossCounting(findings, attribute, read).ByRespondent(adjustment, draws, seed)
            : new CrossCounting(findings, attribute, read).ByComment(adjustment, draws, seed);
    }

    /// <summary>What is counted where nobody says: respondents where a comment in some group has one, else comments, as in meetings.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="attribute">What to group by.</param>
    public static CrossUnit UnitOf(AnalysisFindings findings, CrossAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(attribute);
        return findings.Comments.Any(c => c.Comment.AskedRespondent is not null && !attribute.GroupsOf(c.Comment, c.Types).IsEmpty) ? CrossUnit.Respondents : CrossUnit.Comments;
    }

    internal static ImmutableArray<CrossRow> Adjusted(ImmutableArray<CrossRow> rows, CrossAdjustment adjustment)
    {
        ImmutableArray<double> p = [.. rows.Where(r => r.Test is { IsTooFew: false }).Select(r => r.Test!.Value.P)];
        var adjusted = adjustment == CrossAdjustment.Holm ? Holm.Adjust(p) : BenjaminiHochberg.Adjust(p);
        var next = 0;
        return [.. rows.Select(r => r.Test is { IsTooFew: false } ? r with { AdjustedP = adjusted[next++] } : r)];
    }
}

/// <summary>A group of comments.</summary>
/// <param name="Name">The year, question, area … that they share.</param>
/// <param name="Asked">Respondents (or, where comments are counted, comments) in it; those asked, whatever they said.</param>
/// <param name="WithWords">Respondents of those asked with a comment.</param>
/// <param name="Elsewhere">Those whose answer stands elsewhere (同上, 別紙).</param>
/// <param name="NothingToSay">Those with nothing to say.</param>
/// <param name="Blank">Those who left every cell blank.</param>
/// <param name="NotAsked">Respondents beside them that were not asked.</param>
public sealed record CrossGroup(string Name, int Asked, int WithWords, int Elsewhere, int NothingToSay, int Blank, int NotAsked);

/// <summary>A theme in a cross table.</summary>
/// <param name="Code">The theme's code.</param>
/// <param name="Cells">By group those that mention it, of those asked; null where nobody was asked.</param>
/// <param name="Comments">By group the ids of the comments that carry it, in the findings' order.</param>
/// <param name="Test">Whether the groups differ; null where that was not tested.</param>
/// <param name="AdjustedP">Its p, adjusted for all themes tested; null where it was not tested or the numbers are too small.</param>
public sealed record CrossRow(
    Code Code, ImmutableArray<DocumentFrequency?> Cells, ImmutableArray<ImmutableArray<string>> Comments, ExactResult? Test, double? AdjustedP)
{
    /// <summary>Whether the groups differ beyond chance (adjusted p below <see cref="SmallNumbers.Level"/>).</summary>
    public bool IsClear => AdjustedP < SmallNumbers.Level;
}

/// <summary>What a cross table counts.</summary>
public enum CrossUnit
{
    /// <summary>Known respondents.</summary>
    Respondents,

    /// <summary>Comments, whoever said them.</summary>
    Comments,
}

/// <summary>How the groups are compared.</summary>
public enum CrossDesign
{
    /// <summary>Nobody stands in two groups, or fewer do than stand in one (by years: fewer than six): Freeman and Halton's exact test of those in one.</summary>
    Between,

    /// <summary>The same respondents stand in several groups: a permutation within each of them.</summary>
    Within,

    /// <summary>Not tested: a group a respondent, or several comments of one respondent, which do not count as independent.</summary>
    Untested,
}

/// <summary>How the p of several themes are adjusted.</summary>
public enum CrossAdjustment
{
    /// <summary>Against a single false alarm.</summary>
    Holm,

    /// <summary>For the share of false ones among those called clear.</summary>
    BenjaminiHochberg,
}
