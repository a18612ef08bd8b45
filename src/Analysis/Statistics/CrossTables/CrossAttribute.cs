using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.CrossTables;

/// <summary>What comments are grouped by in a cross table.</summary>
/// <param name="Kind">Which sort.</param>
/// <param name="Name">Name of the attribute where it is one; empty otherwise.</param>
public sealed record CrossAttribute(CrossKind Kind, string Name)
{
    private static readonly ImmutableArray<string> AreaWords =
        ["圏域", "地域", "地区", "エリア", "ブロック", "区域", "都道府県", "市区町村", "市町村", "area", "region"];

    /// <summary>The attribute that a word names.</summary>
    /// <param name="word">year, area, question, kind, type, source, meeting, respondent, their names in Japanese, or an attribute's own name (a table's column).</param>
    /// <param name="corpus">What was read.</param>
    /// <returns>Null where the corpus has no such attribute; area is the first attribute whose name holds 圏域, 地域 … area, region.</returns>
    public static CrossAttribute? Of(string word, CommentCorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(word);
        var names = Names(corpus);
        if (names.FirstOrDefault(n => n == word) is { } own)
        {
            return new CrossAttribute(CrossKind.Attribute, own);
        }

        if (AreaWords.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            return names.FirstOrDefault(n => AreaWords.Any(w => n.Contains(w, StringComparison.OrdinalIgnoreCase))) is { } area
                ? new CrossAttribute(CrossKind.Attribute, area)
                : null;
        }

        var name = word == "会議" ? nameof(CrossKind.Meeting) : FieldNames.Of(word);
        var kind = Enum.GetValues<CrossKind>().Where(k => k != CrossKind.Attribute).Cast<CrossKind?>()
            .FirstOrDefault(k => string.Equals(k.ToString(), name, StringComparison.OrdinalIgnoreCase));
        return kind is { } k ? new CrossAttribute(k, string.Empty) : null;
    }

    /// <summary>Names of the attributes that came with the comments, ordinal order.</summary>
    /// <param name="corpus">What was read.</param>
    public static ImmutableArray<string> Names(CommentCorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return [.. corpus.Comments.SelectMany(c => c.Attributes).Select(a => a.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The groups that a comment belongs to; empty where what came with it does not tell. Several for its types alone.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="types">What it does.</param>
    public ImmutableArray<string> GroupsOf(Comment comment, ImmutableArray<CommentType> types)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return Kind switch
        {
            CrossKind.Type => [.. types.Select(SearchFacets.NameOf)],
            CrossKind.Kind => [SearchFacets.NameOf(comment.Kind)],
            CrossKind.Attribute => ValueOf(comment.Attributes) is { } value ? [value] : [],
            _ => One(comment.Source, comment.AskedRespondent, comment.Question, comment.Year, comment.Meeting),
        };
    }

    /// <summary>What it is of some attributes; null where they do not tell.</summary>
    /// <param name="attributes">What came with a comment, or with a cell without words.</param>
    internal string? ValueOf(ImmutableArray<CommentAttribute> attributes) => attributes.FirstOrDefault(a => a.Name == Name)?.Value is { Length: > 0 } value ? value : null;

    /// <summary>The groups that a cell without a comment belongs to: of those that it tells.</summary>
    /// <param name="left">The cell.</param>
    internal ImmutableArray<string> GroupsOf(LeftOut left) => Kind switch
    {
        CrossKind.Kind => [SearchFacets.NameOf(CommentKind.Answer)],
        CrossKind.Type or CrossKind.Meeting or CrossKind.Attribute => [],
        _ => One(left.Source, left.Respondent, left.Question, left.Year, null),
    };

    /// <summary>The groups of the comments analysed: years and respondents ascending, questions as they come up, kinds and types in their order,
    /// everything else the largest first.</summary>
    /// <param name="findings">What was found.</param>
    public ImmutableArray<string> GroupsIn(AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var sizes = findings.Comments.SelectMany(c => GroupsOf(c.Comment, c.Types)).CountBy(g => g, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return Ordered(findings, sizes.Keys, g => sizes[g]);
    }

    internal ImmutableArray<string> Ordered(AnalysisFindings findings, IEnumerable<string> groups, Func<string, int> size)
    {
        var distinct = groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var question in findings.Corpus.Comments.Select(c => c.Question).OfType<string>())
        {
            places.TryAdd(question, places.Count);
        }

        return Kind switch
        {
            CrossKind.Year or CrossKind.Respondent => [.. distinct],
            CrossKind.Question => [.. distinct.OrderBy(g => places.GetValueOrDefault(g, int.MaxValue))],
            CrossKind.Kind => [.. Enum.GetValues<CommentKind>().Select(SearchFacets.NameOf).Where(distinct.Contains)],
            CrossKind.Type => [.. Enum.GetValues<CommentType>().Select(SearchFacets.NameOf).Where(distinct.Contains)],
            _ => [.. distinct.OrderByDescending(size)],
        };
    }

    private ImmutableArray<string> One(string source, string? respondent, string? question, int? year, string? meeting)
    {
        var value = Kind switch
        {
            CrossKind.Year => year?.ToString(CultureInfo.InvariantCulture),
            CrossKind.Question => question,
            CrossKind.Source => source,
            CrossKind.Meeting => meeting,
            CrossKind.Respondent => respondent,
            _ => throw new ArgumentOutOfRangeException(nameof(source), Kind, null),
        };
        return value is null ? [] : [value];
    }
}

/// <summary>The sorts of attributes.</summary>
public enum CrossKind
{
    /// <summary>The year.</summary>
    Year,

    /// <summary>The question answered.</summary>
    Question,

    /// <summary>Answer, remark of a meeting, statement, report.</summary>
    Kind,

    /// <summary>What the comment does: 要望, 懸念 …</summary>
    Type,

    /// <summary>The file.</summary>
    Source,

    /// <summary>The meeting.</summary>
    Meeting,

    /// <summary>Who said it.</summary>
    Respondent,

    /// <summary>Another column of a table.</summary>
    Attribute,
}
