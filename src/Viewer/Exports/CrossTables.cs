using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Association;
using FeedbackLab.Analysis.Statistics.Correspondence;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Reports;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Cross tables, their maps and pairs of themes as tables.</summary>
public static class CrossTables
{
    /// <summary>With more groups than this a terminal has no room for a column each.</summary>
    public const int MostAcross = 10;

    private const int MostPairs = 60;
    private const int MostNames = 5;

    /// <summary>A cross table: a row a theme, a column a group, then the test.</summary>
    /// <param name="table">The cross table.</param>
    /// <param name="findings">What it was made of.</param>
    /// <param name="language">The user's language.</param>
    public static ExportTable Of(CrossTable table, AnalysisFindings findings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(findings);
        return new ExportTable(
            Title(table),
            [
                Column("code", "コード", "Code"),
                Column("theme", "テーマ", "Theme"),
                .. table.Groups.Select((g, i) => new ExportColumn($"group{i + 1}", NameOf(table.Attribute, g.Name, findings))),
                .. TestColumns,
            ],
            [.. table.Themes.Select(t => Row([t.Code.Id, language.Pick(t.Code.Name), .. t.Cells.Select(c => Cell(c, language)), .. TestOf(t, language)]))],
            Notes(table, findings));
    }

    /// <summary>The same turned for a terminal: a row a group, a column a theme, the test in the last rows where there is one.</summary>
    /// <param name="table">The cross table.</param>
    /// <param name="findings">What it was made of.</param>
    /// <param name="language">The user's language.</param>
    public static ExportTable Turned(CrossTable table, AnalysisFindings findings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(findings);
        var name = NameOf(table.Attribute);
        var tests = table.Themes.Any(t => t.Test is not null) ? TestColumns : [];
        return new ExportTable(
            Title(table),
            [Column("group", name.Ja, name.En), .. table.Themes.Select(t => new ExportColumn(t.Code.Id, t.Code.Name))],
            [
                .. table.Groups.Select((g, i) => Row([language.Pick(NameOf(table.Attribute, g.Name, findings)), .. table.Themes.Select(t => Cell(t.Cells[i], language))])),
                .. tests.Select((c, i) => Row([language.Pick(c.Title), .. table.Themes.Select(t => TableText.Cell(TestOf(t, language)[i], c))])),
            ],
            Notes(table, findings));
    }

    /// <summary>The map's points: coordinates, masses, contributions and how well the first two dimensions show them.</summary>
    /// <param name="table">The cross table.</param>
    /// <param name="map">Its map.</param>
    /// <param name="language">The user's language.</param>
    public static ExportTable Map(CrossTable table, CorrespondenceAnalysis map, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(map);
        ImmutableArray<object?> Point(string side, string name, ProfilePoint p) => Row(
        [
            side, name, p.Mass, At(p.Coordinates, 0), At(p.Coordinates, 1), At(p.Contributions, 0), At(p.Contributions, 1), At(p.Cosines, 0) + At(p.Cosines, 1),
        ]);
        return new ExportTable(
            new BilingualText("対応分析", "Correspondence analysis"),
            [
                Column("side", "側", "Side"), Column("name", "名前", "Name"), Column("mass", "重み", "Mass", 3), Column("x", "次元1", "Dimension 1", 3),
                Column("y", "次元2", "Dimension 2", 3), Column("contribution1", "寄与1", "Contribution 1", 3), Column("contribution2", "寄与2", "Contribution 2", 3), Column("quality", "図での再現", "Quality", 3),
            ],
            [
                .. map.Rows.Select(r => Point(language.Pick("テーマ", "theme"), language.Pick(table.Themes[r.Index].Code.Name), r)),
                .. map.Columns.Select(c => Point(language.Pick("グループ", "group"), table.Groups[c.Index].Name, c)),
            ],
            [
                new BilingualText(
                    $"慣性 {Inertias(map)}。全体 {F(map.Inertias.Sum())}、言及 {map.Total}。",
                    $"Inertia {Inertias(map)}; in all {F(map.Inertias.Sum())}, {map.Total} mentions."),
            ]);
    }

    /// <summary>Pairs of themes that come together.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="findings">What they were found in.</param>
    /// <param name="language">The user's language.</param>
    public static ExportTable Pairs(ImmutableArray<CodeCooccurrence> pairs, AnalysisFindings findings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var shown = pairs.Where(p => p.Comments.Both > 0 || p.Respondents.Both > 0 || p.Adjusted < SmallNumbers.Level).ToList();
        var respondents = findings.Comments.Select(c => c.Comment.AskedRespondent).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return new ExportTable(
            new BilingualText("いっしょに挙がるテーマ", "Themes that come together"),
            [
                Column("first", "テーマ", "Theme"), Column("second", "テーマ", "Theme"), Column("comments", "両方の意見", "Comments with both"), Column("firstComments", "前だけでも", "First"),
                Column("secondComments", "後だけでも", "Second"), Column("respondents", "両方の回答者", "Respondents with both"), Column("firstRespondents", "前の回答者", "First, respondents"),
                Column("secondRespondents", "後の回答者", "Second, respondents"), Column("jaccard", "Jaccard", "Jaccard", 3), Column("phi", "φ", "phi", 3),
                Column("p", "p", "p", 4), Column("adjustedP", "p（BH）", "p (BH)", 4), Column("verdict", "言えること", "Verdict"),
            ],
            [
                .. shown.Take(MostPairs).Select(p => Row(
                [
                    language.Pick(p.First.Name), language.Pick(p.Second.Name), p.Comments.Both, p.Comments.First, p.Comments.Second,
                    p.Respondents.Both, p.Respondents.First, p.Respondents.Second, p.Tested.Jaccard, p.Tested.Phi, p.Adjusted is null ? null : p.Test.P, p.Adjusted,
                    language.Pick(p.Adjusted is null ? TooFew : p.Adjusted >= SmallNumbers.Level ? new BilingualText("偶然と区別できない", "as by chance")
                        : p.Tested.Phi > 0 ? new BilingualText("いっしょに挙がる", "come together") : new BilingualText("避け合う", "avoid each other")),
                ])),
            ],
            [
                respondents > 0
                    ? new BilingualText(
                        $"意見 {findings.Comments.Length} 件、意見のある回答者 {respondents} 者。Jaccard、φ、p、言えることは、意見のある回答者を単位にしている（一つの意見は一つの設問への答えなので、設問のちがうテーマは一つの意見に並ばない）。",
                        $"{findings.Comments.Length} comments, {respondents} respondents with a comment. Jaccard, phi, p and verdict are of those respondents: a comment answers one question, so themes of two questions never stand in one comment.")
                    : new BilingualText(
                        $"意見 {findings.Comments.Length} 件。Jaccard、φ、p、言えることは、意見を単位にしている（回答者のわかる回答がない）。",
                        $"{findings.Comments.Length} comments. Jaccard, phi, p and verdict are of comments: no answer has a respondent."),
                new BilingualText(
                    $"フィッシャーの正確検定、Benjamini–Hochberg の補正（検定した {pairs.Count(p => p.Adjusted is not null)} 組）。いっしょに挙がっても、一方がもう一方の原因とは限らない。",
                    $"Fisher's exact test, Benjamini–Hochberg over the {pairs.Count(p => p.Adjusted is not null)} pairs tested. Coming together does not make one the cause of the other."),
                .. shown.Count > MostPairs
                    ? [new BilingualText($"Jaccard の大きい {MostPairs} 組。ほかに {shown.Count - MostPairs} 組。", $"The {MostPairs} with the highest Jaccard; {shown.Count - MostPairs} more.")]
                    : Array.Empty<BilingualText>(),
            ]);
    }

    /// <summary>What comments are grouped by, in words.</summary>
    /// <param name="attribute">It.</param>
    public static BilingualText NameOf(CrossAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return attribute.Kind switch
        {
            CrossKind.Year => new("年", "year"),
            CrossKind.Question => new("設問", "question"),
            CrossKind.Kind => new("種類", "kind"),
            CrossKind.Type => new("意見の性質", "type"),
            CrossKind.Source => new("資料", "source"),
            CrossKind.Meeting => new("会議", "meeting"),
            CrossKind.Respondent => new("回答者", "respondent"),
            CrossKind.Attribute => new(attribute.Name, attribute.Name),
            _ => throw new ArgumentOutOfRangeException(nameof(attribute), attribute.Kind, null),
        };
    }

    /// <summary>The name of a group on screen: a meeting's title, kinds in words, everything else as it is.</summary>
    /// <param name="attribute">What the comments are grouped by.</param>
    /// <param name="group">The group.</param>
    /// <param name="findings">The findings.</param>
    public static BilingualText NameOf(CrossAttribute attribute, string group, AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        ArgumentNullException.ThrowIfNull(findings);
        if (attribute.Kind == CrossKind.Meeting && findings.Corpus.Meetings.FirstOrDefault(m => m.Id == group) is { } meeting)
        {
            var title = meeting.Title + (meeting.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $" {date:yyyy-MM-dd}") : string.Empty);
            return new BilingualText(title, title);
        }

        var facet = attribute.Kind switch
        {
            CrossKind.Kind => SearchFacets.Kind,
            CrossKind.Type => SearchFacets.Type,
            _ => string.Empty,
        };
        return new BilingualText(TypeWords.Of(facet, group, ScreenLanguage.Japanese), TypeWords.Of(facet, group, ScreenLanguage.English));
    }

    /// <summary>What a cross table shows.</summary>
    /// <param name="table">The table.</param>
    public static BilingualText Title(CrossTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (ja, en) = (NameOf(table.Attribute).Ja, NameOf(table.Attribute).En);
        return table.Unit == CrossUnit.Respondents
            ? new BilingualText($"テーマ × {ja}（挙げた回答者 / 尋ねた回答者）", $"Themes by {en} (respondents that mention it / asked)")
            : new BilingualText($"テーマ × {ja}（テーマのある意見 / 意見）", $"Themes by {en} (comments with it / comments)");
    }

    /// <summary>What a theme's test says.</summary>
    /// <param name="row">The theme.</param>
    public static BilingualText Verdict(CrossRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Test is null ? new BilingualText("検定しない", "not tested")
            : row.AdjustedP is null ? TooFew
            : row.IsClear ? new BilingualText("違いがある", "differs")
            : new BilingualText("違うとは言えない", "no clear difference");
    }

    private static BilingualText TooFew => new("少なすぎて言えない", "too few to say");

    private static ImmutableArray<BilingualText> Notes(CrossTable table, AnalysisFindings findings)
    {
        var notes = ImmutableArray.CreateBuilder<BilingualText>();
        if (table.Unit == CrossUnit.Respondents)
        {
            string Each(Func<CrossGroup, int> count) => string.Join('、', table.Groups.Select(g => $"{NameOf(table.Attribute, g.Name, findings).Ja} {count(g)}"));
            string EachEn(Func<CrossGroup, int> count) => string.Join(", ", table.Groups.Select(g => $"{NameOf(table.Attribute, g.Name, findings).En} {count(g)}"));
            foreach (var (ja, en, count) in new (string, string, Func<CrossGroup, int>)[]
            {
                ("意見のある回答者", "With a comment", g => g.WithWords), ("特になし", "Nothing to say", g => g.NothingToSay), ("空欄", "No answer", g => g.Blank),
                ("答えが別の場所", "Answer elsewhere", g => g.Elsewhere), ("尋ねていない", "Not asked", g => g.NotAsked),
            })
            {
                if (table.Groups.Any(g => count(g) > 0) && table.Groups.Length <= 12)
                {
                    notes.Add(new BilingualText($"{ja}: {Each(count)}", $"{en}: {EachEn(count)}"));
                }
            }
        }

        if (findings.Comments.Count(c => table.Attribute.GroupsOf(c.Comment, c.Types).IsEmpty) is > 0 and var outside)
        {
            var name = NameOf(table.Attribute);
            notes.Add(new BilingualText($"「{name.Ja}」の分からない意見 {outside} 件は、この表に入っていません。", $"{outside} comments whose {name.En} is not known are not in this table."));
        }

        if (table.Questions is { } questions)
        {
            notes.AddRange(QuestionsText.Of(questions, isOfTests: true));
        }

        notes.Add(table.Design switch
        {
            CrossDesign.Between when table.Apart.Length > 0 && table.Attribute.Kind == CrossKind.Year => new(
                $"2 つ以上の年で尋ねた回答者 {table.Apart.Length} 者は、自分どうしを比べるには少なく、検定に入れていない。1 つの年だけの回答者は {table.Compared} 者。Fisher–Freeman–Halton の正確検定。",
                $"{table.Apart.Length} asked in two or more years are too few to be compared with themselves, and not in the tests. {table.Compared} respondents of one year; Fisher–Freeman–Halton exact test."),
            CrossDesign.Between when table.Apart.Length > 0 => new(
                $"2 つ以上のグループにいる回答者 {table.Apart.Length} 者（{Some(table.Apart, "、", "ほか")}）は検定に入れていない。名前の書き方がそろっていないグループがないか、資料を見てください。一つのグループだけの回答者は {table.Compared} 者。Fisher–Freeman–Halton の正確検定。",
                $"{table.Apart.Length} in two or more groups ({Some(table.Apart, ", ", "and more")}) are not in the tests: see whether the source writes one group in two ways. {table.Compared} respondents in one group; Fisher–Freeman–Halton exact test."),
            CrossDesign.Between => new(
                $"グループに重なりはない。{Count(table, $"回答者 {table.Compared} 者", $"意見 {table.Compared} 件")}。Fisher–Freeman–Halton の正確検定。",
                $"The groups do not overlap; {table.Compared} {Count(table, "respondents", "comments")}. Fisher–Freeman–Halton exact test."),
            CrossDesign.Within => new(
                $"同じ回答者が複数のグループにいるので、回答者の中で並べ替える検定（2 グループなら McNemar、3 以上なら Cochran の Q）。2 グループ以上で尋ねた回答者 {table.Compared} 者。{(table.Apart.IsEmpty ? string.Empty : $"1 グループだけの回答者 {table.Apart.Length} 者は検定に入れていない。")}",
                $"The same respondents stand in several groups, so the test permutes within respondents (McNemar for two groups, Cochran's Q for more): {table.Compared} asked in two or more.{(table.Apart.IsEmpty ? string.Empty : $" {table.Apart.Length} in one group only are not in the tests.")}"),
            _ => new(
                "検定していない（グループが一つだけか、回答者そのものか、一人の回答者の意見が複数あって独立でない）。",
                "Not tested: one group only, groups that are the respondents themselves, or several comments of one respondent, which are not independent."),
        });
        if (table.Themes.Any(t => t.Test is { IsExact: false }))
        {
            var error = table.Themes.Max(t => t.Test?.StandardError ?? 0);
            notes.Add(new BilingualText(
                string.Create(CultureInfo.InvariantCulture, $"並べ方が多いものは {table.Themes.Max(t => t.Test?.Draws ?? 0)} 回の乱数による（p の標準誤差は最大 {error:0.0000}）。"),
                string.Create(CultureInfo.InvariantCulture, $"Where arrangements are too many, {table.Themes.Max(t => t.Test?.Draws ?? 0)} were drawn (standard error of p at most {error:0.0000}).")));
        }

        if (table.Themes.Any(t => t.Test is { IsTooFew: true }))
        {
            notes.Add(new BilingualText(
                "「少なすぎて言えない」: この数では、どう偏っても p が .05 を下回らない。補正には数えない。",
                "Too few to say: with these numbers no arrangement could reach .05. Not counted in the adjustment."));
        }

        return notes.ToImmutable();
    }

    private static string Some(ImmutableArray<string> names, string between, string more) =>
        string.Join(between, names.Take(MostNames)) + (names.Length > MostNames ? between + more : string.Empty);

    private static string Count(CrossTable table, string respondents, string comments) => table.Unit == CrossUnit.Respondents ? respondents : comments;

    private static string Inertias(CorrespondenceAnalysis map) =>
        string.Join(", ", map.Inertias.Take(4).Select((i, k) => string.Create(CultureInfo.InvariantCulture, $"{k + 1}: {i:0.0000} ({100 * map.Share(k):0}%)")));

    private static string F(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static double At(ImmutableArray<double> values, int dimension) => dimension < values.Length ? values[dimension] : 0;

    private static ImmutableArray<ExportColumn> TestColumns { get; } =
        [Column("p", "p", "p", 4), Column("adjustedP", "p（補正）", "p (adjusted)", 4), Column("verdict", "言えること", "Verdict")];

    private static ImmutableArray<object?> TestOf(CrossRow theme, ScreenLanguage language) =>
        [theme.AdjustedP is null ? null : theme.Test?.P, theme.AdjustedP, language.Pick(Verdict(theme))];

    private static object Cell(DocumentFrequency? cell, ScreenLanguage language) => cell is { } f ? f : language.Pick("尋ねていない", "not asked");

    private static ImmutableArray<object?> Row(ReadOnlySpan<object?> cells) => [.. cells];

    private static ExportColumn Column(string key, string ja, string en, int decimals = 0) => new(key, new BilingualText(ja, en), decimals);
}
