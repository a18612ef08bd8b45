using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Statistics.Intervals;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>The tables of an agreement.</summary>
public static class AgreementTables
{
    private const int MostDifferences = 20;

    /// <summary>By code, by pair of coders, and the comments to talk about.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="seed">Seed of its intervals.</param>
    /// <param name="language">The user's language.</param>
    /// <param name="names">Names of codes by id, told beside the ids; null or empty where nobody knows them.</param>
    /// <param name="leftOut">On how many comments whom decided that are not counted, as a workspace tells it.</param>
    public static ImmutableArray<ExportTable> Of(
        CodingAgreement agreement, int seed, ScreenLanguage language, ImmutableDictionary<string, BilingualText>? names = null, ImmutableArray<(string Who, int Comments)> leftOut = default)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var isNamed = names is { IsEmpty: false };
        ImmutableArray<ExportColumn> name = isNamed ? [Column("name", "名前", "Name")] : [];
        ImmutableArray<object?> Name(string code) => isNamed ? [names!.TryGetValue(code, out var known) ? language.Pick(known) : code == "*" ? language.Pick("すべてのコード", "all codes") : null] : [];
        return
        [
            new ExportTable(
                new BilingualText("コードごとの一致", "Agreement by code"),
                [
                    Column("code", "コード", "Code"), .. name, Column("given", "付けた数", "Given"), Column("prevalence", "出現率", "Prevalence", 3), Column("alpha", "α", "alpha", 3), Column("interval", "95%", "95%"),
                    Column("fleiss", "κ（Fleiss）", "kappa (Fleiss)", 3), Column("verdict", "言えること", "Verdict"),
                ],
                [
                    .. agreement.Codes.Select(c => (ImmutableArray<object?>)[c.Code, .. Name(c.Code), .. Row(c.Given, c.Prevalence, c.Alpha.Value, Text(c.Interval), c.Fleiss.Value, Verdict(c.IsTooFew, language))]),
                    ["*", .. Name("*"), .. Row(null, null, agreement.All.Value, Text(agreement.AllInterval), null, Verdict(agreement.IsTooFew, language))],
                ],
                [
                    .. LeftOut(leftOut) is { } told ? [told] : ImmutableArray<BilingualText>.Empty,
                    new BilingualText(
                        $"コーダー {string.Join('、', agreement.Coders)}。二人以上が見た意見 {agreement.Comments} 件。見ていない人の分は欠測（α には残りを使い、Fleiss の κ は全員が見た {agreement.SeenByAll} 件だけ）。",
                        $"Coders {string.Join(", ", agreement.Coders)}; {agreement.Comments} comments seen by two or more. Who did not look is missing (alpha uses the rest; Fleiss' kappa the {agreement.SeenByAll} comments that all saw)."),
                    new BilingualText(
                        $"α は Krippendorff の名義尺度。* はコードの組全体（MASI 距離）。区間は意見を抜き直したもの（種 {seed}）。目安: .80 以上なら確か、.667 以上なら仮の結論まで（Krippendorff 2004）。",
                        $"alpha: Krippendorff's, nominal; *: sets of codes (MASI distance). Intervals by resampling comments (seed {seed}). Rule of thumb: .80 is reliable, .667 allows tentative conclusions (Krippendorff 2004)."),
                    new BilingualText(
                        $"出現率が低い（高い）コードの α と κ は低く出やすい。意見 {SmallNumbers.FewestRated} 件未満、または付けた数 {SmallNumbers.FewestGiven} 未満は、少なすぎて言えない。",
                        $"Rare (or very common) codes have low alpha and kappa easily. Fewer than {SmallNumbers.FewestRated} comments, or {SmallNumbers.FewestGiven} times given, are too few to say."),
                ]),
            new ExportTable(
                new BilingualText("二人ずつ", "By pair"),
                [
                    Column("first", "コーダー 1", "Coder 1"), Column("second", "コーダー 2", "Coder 2"), Column("comments", "両方が見た意見", "Comments"), Column("same", "同じコード", "Same codes"), Column("kappa", "平均 κ（Cohen）", "Mean kappa (Cohen)", 3),
                ],
                [.. agreement.Pairs.Select(p => Row(p.First, p.Second, p.Comments, p.Same, p.MeanKappa))],
                []),
            new ExportTable(
                new BilingualText("話し合う意見", "Comments to talk about"),
                [Column("comment", "意見ID", "Comment") with { IsCommentId = true }, Column("code", "コード", "Code"), .. name, Column("with", "付けた", "With"), Column("without", "付けない", "Without")],
                [.. agreement.Differences.Take(MostDifferences).SelectMany(d => d.Codes.Select(c => (ImmutableArray<object?>)[d.Comment, c.Code, .. Name(c.Code), string.Join(language.Pick("、", ", "), c.With), string.Join(language.Pick("、", ", "), c.Without)]))],
                agreement.Differences.Length > MostDifferences
                    ? [new BilingualText($"違いの多い {MostDifferences} 件。ほかに {agreement.Differences.Length - MostDifferences} 件。", $"The {MostDifferences} that differ most; {agreement.Differences.Length - MostDifferences} more.")]
                    : []),
        ];
    }

    /// <summary>Whose decisions are not counted, and why; null where all are.</summary>
    /// <param name="leftOut">On how many comments whom decided that are not counted.</param>
    public static BilingualText? LeftOut(ImmutableArray<(string Who, int Comments)> leftOut) => leftOut.IsDefaultOrEmpty ? null : new BilingualText(
        $"数えていない判断: {string.Join('、', leftOut.Select(l => $"{l.Who} {l.Comments} 件"))}。意見の全体を見たか分からないため（ほかの人の判断を一部だけ直した意見など）。全部の行を確かめた表なら codings import --reviewed で取り込み直すと数えます。",
        $"Not counted: decisions on {string.Join(", ", leftOut.Select(l => $"{l.Comments} comments by {l.Who}"))}, since it is not known whether they looked at the whole of them (where somebody corrected a part of what others decided). A table of which every row was looked at counts when taken in with codings import --reviewed.");

    /// <summary>An interval in words; empty where there is none, or where resampling gave one value only: that is no certainty.</summary>
    /// <param name="interval">The interval.</param>
    public static string Text(Interval? interval) =>
        interval is { } i && i.Low < i.High ? string.Create(CultureInfo.InvariantCulture, $"{i.Low:0.00}–{i.High:0.00}") : string.Empty;

    private static string Verdict(bool isTooFew, ScreenLanguage language) => isTooFew ? language.Pick("少なすぎて言えない", "too few to say") : string.Empty;

    private static ImmutableArray<object?> Row(params object?[] cells) => [.. cells];

    private static ExportColumn Column(string key, string ja, string en, int decimals = 0) => new(key, new BilingualText(ja, en), decimals);
}
