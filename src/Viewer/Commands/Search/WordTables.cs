using System.Collections.Immutable;
using FeedbackLab.Analysis.Networks;
using FeedbackLab.Analysis.Search.Collocations;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands.Search;

/// <summary>The tables of what the words of hits say.</summary>
internal static class WordTables
{
    /// <summary>Matches in their contexts.</summary>
    /// <param name="lines">The lines, each with its group.</param>
    /// <param name="matches">How many matches there are.</param>
    /// <param name="isGrouped">Whether the groups say anything.</param>
    public static ExportTable Of(ImmutableArray<(KwicGroup Group, KwicLine Line)> lines, int matches, bool isGrouped) => new(
        new BilingualText("前後の文脈", "Words in context"),
        [
            .. isGrouped ? [Column("group", "まとめる語", "Group")] : ImmutableArray<ExportColumn>.Empty,
            Column("left", "左", "Left"),
            Column("match", "一致", "Match"),
            Column("right", "右", "Right"),
            Column("respondent", "回答者", "Respondent"),
            Column("year", "年", "Year"),
            Column("citation", "出典", "Citation"),
            Column("id", "ID", "ID") with { IsCommentId = true },
        ],
        [
            .. lines.Select(l =>
            {
                var comment = l.Line.Hit.Comment;
                var (left, right) = KwicText.Sides(comment, l.Line.Match);
                ImmutableArray<object?> row =
                [
                    left, comment.Text[l.Line.Match.Start..l.Line.Match.End], right, comment.Respondent, comment.Year,
                    Citation.Of(comment.Source, comment.Place), comment.Id,
                ];
                return isGrouped ? row.Insert(0, l.Group.Word) : row;
            }),
        ],
        [new BilingualText($"{matches} か所中 {lines.Length}", $"{lines.Length} of {matches} matches")]);

    /// <summary>Words near the matches.</summary>
    /// <param name="collocates">The words.</param>
    /// <param name="hits">The hits.</param>
    /// <param name="total">How many comments there are.</param>
    /// <param name="window">How many words away is near.</param>
    public static ExportTable Of(ImmutableArray<Collocate> collocates, IReadOnlyList<HitContext> hits, int total, int window) => new(
        new BilingualText("近くの語（共起）", "Words near the matches"),
        [
            Column("word", "語", "Word"),
            Column("comments", "意見（近くにある）", "Comments (near)"),
            Column("respondents", "回答者", "Respondents"),
            Column("left", "左", "Left"),
            Column("right", "右", "Right"),
            Column("all", "語のある意見", "Comments with it"),
            Column("logLikelihood", "対数尤度比", "LL", 2),
            Column("mutualInformation", "MI", "MI", 2),
            Column("dice", "Dice", "Dice", 3),
            Column("jaccard", "Jaccard", "Jaccard", 3),
            Column("t", "t", "t", 2),
        ],
        [
            .. collocates.Select(c => ImmutableArray.Create<object?>(
                c.Form,
                c.Association.Both,
                c.Respondents,
                c.Left,
                c.Right,
                c.Association.Second,
                c.Association.LogLikelihood,
                c.Association.MutualInformation,
                c.Association.Dice,
                c.Association.Jaccard,
                c.Association.T)),
        ],
        [
            new BilingualText(
                $"意見 {total} 件中、一致 {hits.Count(h => !h.Matches.IsEmpty)} 件。左右 {window} 語以内。指標は意見の数から計算（同じ意見に何度出ても1件）。",
                $"{hits.Count(h => !h.Matches.IsEmpty)} of {total} comments match. Within {window} words left and right. Measures are of comments, each counted once."),
        ]);

    /// <summary>Words that tell the hits from the rest.</summary>
    /// <param name="words">The words.</param>
    /// <param name="hits">How many hits there are.</param>
    /// <param name="total">How many comments there are.</param>
    public static ExportTable Of(ImmutableArray<DistinctiveTerm> words, int hits, int total) => new(
        new BilingualText("ほかの意見と違う語（特徴語）", "Words that tell these comments from the rest"),
        [
            Column("word", "語", "Word"),
            Column("inside", $"一致した意見", "In the hits"),
            Column("insideOf", "／全", "of"),
            Column("outside", "ほかの意見", "In the rest"),
            Column("outsideOf", "／全", "of"),
            Column("logLikelihood", "対数尤度比", "LL", 2),
            Column("p", "p", "p", 4),
            Column("adjustedP", "p（補正）", "adjusted p", 4),
            Column("test", "検定", "Test"),
        ],
        [
            .. words.Select(w => ImmutableArray.Create<object?>(
                w.Form,
                w.Keyness.Inside,
                w.Keyness.InsideOf,
                w.Keyness.Outside,
                w.Keyness.OutsideOf,
                w.Keyness.Score,
                w.P,
                w.AdjustedP,
                w.IsExact ? "Fisher" : "G²")),
        ],
        [
            new BilingualText(
                $"意見 {total} 件のうち一致した {hits} 件と、ほかの {total - hits} 件。期待度数が 5 未満のときは Fisher の正確検定、ほかは G²。補正は Benjamini–Hochberg。",
                $"{hits} comments match, {total - hits} of {total} don't. Fisher's exact test where a cell expects fewer than 5, else G²; Benjamini–Hochberg adjusted."),
        ]);

    /// <summary>Pairs of words that stand in the same comments.</summary>
    /// <param name="network">The network.</param>
    public static ExportTable Of(TermNetwork network) => new(
        new BilingualText("いっしょに出てくる語", "Words that come together"),
        [
            Column("first", "語", "Word"),
            Column("second", "語", "Word"),
            Column("both", "両方ある意見", "Both"),
            Column("jaccard", "Jaccard", "Jaccard", 3),
            Column("firstComments", "前の語の意見", "First"),
            Column("secondComments", "後の語の意見", "Second"),
            Column("firstCommunity", "前のまとまり", "First's community"),
            Column("secondCommunity", "後のまとまり", "Second's community"),
            Column("firstCentrality", "前の媒介中心性", "First's betweenness", 3),
            Column("secondCentrality", "後の媒介中心性", "Second's betweenness", 3),
        ],
        [
            .. network.Edges.Select(e =>
            {
                var (a, b) = (network.Nodes[e.First], network.Nodes[e.Second]);
                return ImmutableArray.Create<object?>(
                    a.Form, b.Form, e.Both, e.Jaccard, a.Comments, b.Comments, a.Community + 1, b.Community + 1, a.Centrality, b.Centrality);
            }),
        ],
        [new BilingualText($"意見 {network.Comments} 件。Jaccard 係数の大きい順。まとまりは Leiden 法。", $"{network.Comments} comments, strongest pairs first. Communities by Leiden.")]);

    private static ExportColumn Column(string key, string ja, string en, int decimals = 0) => new(key, new BilingualText(ja, en), decimals);
}
