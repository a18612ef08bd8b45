using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>Groups found without a codebook, shown as the drafts they are.</summary>
internal static class ClusterSection
{
    private const int ExcerptLength = 70;

    public static void Write(MarkupWriter page, ReportContext context)
    {
        var clusters = context.Findings.Clusters;
        page.Start("section", ("id", "clusters"));
        page.Element("h2", context.Pick("意見グループ（下書き）", "Groups of comments (drafts)"));
        page.Element(
            "p",
            clusters.IsEmpty
                ? context.Pick("意見が少ないため、グループは作っていません。", "There are too few comments to make groups.")
                : context.Pick(
                    "コードブックを使わず、使われている語の近さだけで意見をまとめたものです。テーマを考える手がかりとして見てください。まとまり（0〜1）は、条件を少し変えて何度も計算したとき、同じグループに入り続けた割合です。",
                    "Made without the codebook, by the words that comments share: hints for themes, not results. Cohesion (0 to 1) is how often its comments stay together when the computation is repeated under slightly changed conditions."),
            ("class", "note"));
        if (CommentMapChart.Of(context.Findings, context.Language, string.Empty) is { } map)
        {
            Figure(page, map);
        }

        foreach (var cluster in clusters)
        {
            Cluster(page, context, cluster, Anchor.Cluster(cluster.Number), context.Pick($"グループ{cluster.Number}　{cluster.Label}", $"Group {cluster.Number}: {cluster.Label}"));
        }

        Hierarchy(page, context);
        if (ClusterCurveChart.Of(context.Findings, context.Language) is { } curve)
        {
            page.Element("h3", context.Pick("グループの数", "The number of groups"), ("id", "cluster-curve"));
            Figure(page, curve);
        }

        page.End();
        NewThemes(page, context);
    }

    private static void NewThemes(MarkupWriter page, ReportContext context)
    {
        page.Start("section", ("id", "new-themes"));
        page.Element("h2", context.Pick("新しいテーマの候補", "Possible new themes"));
        page.Element(
            "p",
            context.Findings.NewThemes.IsEmpty
                ? context.Pick("今の分類のどれにも当てはまらない意見のまとまりは見つかりませんでした。", "No group was found among the comments that fit no code.")
                : context.Pick(
                    "今ある分類（コードブック）のどれにも当てはまらない意見だけを、言葉の近さでまとめたものです。読んで意味のあるまとまりなら、コードブックに加えてください。",
                    "Groups of only those comments that fit no code of the codebook, by the words they share. Where one makes sense, add it to the codebook."),
            ("class", "note"));
        foreach (var theme in context.Findings.NewThemes)
        {
            Cluster(page, context, theme, Anchor.NewTheme(theme.Number), context.Pick($"候補{theme.Number}　{theme.Label}", $"Candidate {theme.Number}: {theme.Label}"));
        }

        page.End();
    }

    private static void Figure(MarkupWriter page, Chart chart)
    {
        page.Start("figure", ("id", "chart-" + chart.Name));
        page.Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", chart.Title));
        page.Raw(chart.Svg).End().End();
    }

    private static void Hierarchy(MarkupWriter page, ReportContext context)
    {
        if (context.Findings.Hierarchy is not { } root)
        {
            return;
        }

        page.Element("h3", context.Pick("グループのつながり", "How the groups hang together"), ("id", "cluster-tree"));
        page.Element(
            "p",
            context.Pick(
                "使う言葉の近いグループから順にまとめたものです。数字は意見の数、括弧内はまとめたときの近さ（0〜1）です。",
                "The groups, joined step by step, those with the most similar words first. Numbers are comments; in brackets how near the parts are (0 to 1)."),
            ("class", "note"));
        page.Start("ul", ("class", "tree"));
        Node(page, context, root);
        page.End();
    }

    private static void Node(MarkupWriter page, ReportContext context, ClusterNode node)
    {
        page.Start("li");
        if (node.Cluster is { } number)
        {
            page.Element("a", context.Pick($"グループ{number}　{node.Label}", $"Group {number}: {node.Label}"), ("href", "#" + Anchor.Cluster(number)));
            page.Text($" {node.Comments.Count}");
        }
        else
        {
            page.Text(node.Label.Length > 0 ? node.Label : context.Pick("すべて", "All"));
            page.Text(string.Create(CultureInfo.InvariantCulture, $" {node.Comments.Count} ({node.Similarity:0.00})"));
            page.Start("ul");
            foreach (var part in node.Parts)
            {
                Node(page, context, part);
            }

            page.End();
        }

        page.End();
    }

    private static void Cluster(MarkupWriter page, ReportContext context, ClusterFinding cluster, string anchor, string heading)
    {
        page.Start("section").Element("h3", heading, ("id", anchor));
        if (cluster.IsWeak)
        {
            page.Element(
                "p",
                cluster.Comments.Count < 3
                    ? context.Pick("意見が3件に満たない弱いグループです。", "A weak group: fewer than three comments.")
                    : context.Pick("まとまりの弱いグループです。偶然の集まりかもしれません。", "A weak group: it may have come together by chance."),
                ("class", "weak"));
        }

        page.Start("dl", ("class", "facts"));
        page.Element("dt", context.Pick("意見", "comments")).Start("dd");
        ReportContext.Share(page, cluster.Comments, anchor + "--all", Anchor.Comments);
        page.End();
        if (cluster.Respondents.Of > 0)
        {
            page.Element("dt", context.Pick("回答者", "respondents")).Start("dd");
            ReportContext.Share(page, cluster.Respondents, anchor + "--all", Anchor.Respondents);
            page.End();
        }

        page.Element("dt", context.Pick("まとまり", "cohesion")).Element("dd", cluster.Cohesion.ToString("0.00", CultureInfo.InvariantCulture));
        page.Element("dt", context.Pick("特徴的な語", "telling terms")).Element("dd", string.Join(context.Pick("、", ", "), cluster.Terms)).End();
        page.Element("h4", context.Pick("中心にある意見", "The comment at its centre"));
        page.Start("div", ("class", "best"));
        CommentCard.Quoted(page, context, context.Comment(cluster.Medoid), null, withSpeaker: true);
        page.End();
        page.Start("details", ("id", anchor + "--all"));
        page.Element("summary", context.Pick($"このグループの意見 {cluster.CommentIds.Length}件（書き出し）", $"Its {ScreenLanguages.InEnglish(cluster.CommentIds.Length, "comment")} (beginnings)"));
        context.SayWhereTheRestIs(page);
        page.Start("ol");
        foreach (var id in cluster.CommentIds.Where(context.Shows))
        {
            var comment = context.Comment(id).Comment;
            page.Start("li").Element("a", Excerpt(comment.Text), ("href", "#" + Anchor.Comment(id)));
            page.Text(" — " + context.Speaker(comment)).End();
        }

        page.End().End().End();
    }

    private static string Excerpt(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= ExcerptLength)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength;
        return line[..end] + "…";
    }
}
