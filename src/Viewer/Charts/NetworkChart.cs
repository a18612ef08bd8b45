using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Networks;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Words that stand in the same comments, as a network.</summary>
public static class NetworkChart
{
    private const double Width = 960;
    private const double Inset = 64;
    private const double Least = 5;
    private const double Most = 20;
    private const double Thickest = 5;
    private const double LongestEdge = 92;
    private const double LabelSize = 13;

    /// <summary>The chart: a circle a word, larger the more central, one colour a community; a line a pair, thicker the stronger.</summary>
    /// <param name="network">The network.</param>
    /// <param name="subject">What the comments are, such as the query; empty for all.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="addressOf">The page that a word, or a pair of words, leads to; null for a chart without links.</param>
    public static Chart Of(TermNetwork network, string subject, ScreenLanguage language, Func<TermNode, TermNode?, string>? addressOf = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(subject);
        var right = network.Nodes.Select(n => n.X).DefaultIfEmpty(0).Max();
        var down = network.Nodes.Select(n => n.Y).DefaultIfEmpty(0).Max();
        var scale = right > 0 ? Math.Min(LongestEdge, (Width - (2 * Inset)) / right) : LongestEdge;
        var words = Words(network, subject, language);
        var sheet = new ChartSheet(words, Width, (down * scale) + Inset + Most, linkBase: string.Empty);
        var left = (Width - (right * scale)) / 2;
        (double X, double Y) Place(TermNode node) => (left + (node.X * scale), sheet.Top + Most + 4 + (node.Y * scale));
        var strongest = network.Edges.Select(e => e.Jaccard).DefaultIfEmpty(1).Max();
        foreach (var edge in network.Edges.Reverse())
        {
            var (a, b) = (network.Nodes[edge.First], network.Nodes[edge.Second]);
            var (from, to) = (Place(a), Place(b));
            sheet.Mark(
                language.Pick(
                    string.Create(CultureInfo.InvariantCulture, $"{a.Form} – {b.Form}: 両方ある意見 {edge.Both} 件、Jaccard {edge.Jaccard:0.00}"),
                    string.Create(CultureInfo.InvariantCulture, $"{a.Form} – {b.Form}: {edge.Both} comments have both, Jaccard {edge.Jaccard:0.00}")),
                anchor: null,
                () => sheet.Line(from.X, from.Y, to.X, to.Y, Palette.Rule, 1 + ((Thickest - 1) * edge.Jaccard / strongest)),
                addressOf?.Invoke(a, b));
        }

        var central = network.Nodes.Select(n => n.Centrality).DefaultIfEmpty(0).Max();
        foreach (var node in network.Nodes)
        {
            var (x, y) = Place(node);
            var radius = Least + ((Most - Least) * Math.Sqrt(central > 0 ? node.Centrality / central : 0));
            sheet.Mark(
                language.Pick(
                    string.Create(CultureInfo.InvariantCulture, $"{node.Form}: 意見 {node.Comments} 件、回答者 {node.Respondents} 者、まとまり {node.Community + 1}、媒介中心性 {node.Centrality:0.00}"),
                    string.Create(CultureInfo.InvariantCulture, $"{node.Form}: {node.Comments} comments, {node.Respondents} respondents, community {node.Community + 1}, betweenness {node.Centrality:0.00}")),
                anchor: null,
                () => sheet.Circle(x, y, radius, Palette.Groups[Math.Min(node.Community, Palette.Groups.Length - 1)], Palette.Muted),
                addressOf?.Invoke(node, null));
        }

        // Labels last, so that no line crosses them.
        foreach (var node in network.Nodes)
        {
            var (x, y) = Place(node);
            var radius = Least + ((Most - Least) * Math.Sqrt(central > 0 ? node.Centrality / central : 0));
            sheet.Text(x, y + radius + LabelSize, node.Form, "middle", LabelSize, haloed: true);
        }

        return new Chart("network", words.Title, sheet.Finish());
    }

    private static ChartWords Words(TermNetwork network, string subject, ScreenLanguage language)
    {
        var title = language.Pick("いっしょに出てくる語", "Words that come together")
            + (subject.Length == 0 ? string.Empty : language.Pick($"：{subject}", $": {subject}"));
        ImmutableArray<string> gist =
        [
            .. network.Nodes
                .GroupBy(n => n.Community)
                .OrderBy(g => g.Key)
                .Select(g => $"{g.Key + 1}: " + string.Join(language.Pick("、", ", "), g.OrderByDescending(n => n.Comments).Take(6).Select(n => n.Form))),
        ];
        return new ChartWords(
            title,
            string.Join(language.Pick("。", ". "), gist),
            [
                language.Pick(
                    $"意見 {network.Comments} 件。線は同じ意見に出る語の組（Jaccard 係数の大きい {network.Edges.Length} 組）、色はまとまり（Leiden 法）、円の大きさは媒介中心性。",
                    $"{network.Comments} comments. Lines: pairs of words in the same comments (the {network.Edges.Length} with the highest Jaccard); colours: communities (Leiden); size: betweenness."),
            ],
            [language.Pick("線が引かれていても、一方がもう一方の原因とは限りません。", "A line does not say that one is the cause of the other.")]);
    }
}
