using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Evaluation;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>The tables of an evaluation.</summary>
public static class EvaluationTables
{
    private const int MostConfusions = 10;

    private static readonly BilingualText CodebookAlone = new("コードブックだけ", "Codebook alone");

    private static readonly BilingualText Taught = new("学習後", "Taught");

    /// <summary>The tables, the most telling first.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="options">How it was made.</param>
    /// <param name="language">The language of the cells.</param>
    public static ImmutableArray<ExportTable> Of(CodingEvaluation evaluation, EvaluationOptions options, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            Scores(evaluation, options, language),
            new ExportTable(
                new BilingualText("コードごと（コードブックだけ）", "By code (codebook alone)"),
                [
                    Column("code", "コード", "Code"), Column("gold", "人", "Person"), Column("program", "プログラム", "Program"), Column("both", "両方", "Both"),
                    Column("f1", "F1", "F1", 2), Column("kappa", "κ", "kappa", 2), Column("interval", "95%", "95%"), Column("alpha", "α", "alpha", 2),
                    Column("prevalence", "出現率", "Prevalence", 2), Column("few", "少なすぎ", "Too few"),
                ],
                [
                    .. evaluation.ByCode.Select(c => Row(
                        c.Code, c.Agreement.Both + c.Agreement.OnlyFirst, c.Agreement.Both + c.Agreement.OnlySecond, c.Agreement.Both, c.F1, c.Agreement.Value,
                        AgreementTables.Text(c.KappaInterval), c.Alpha, c.Agreement.Prevalence, c.IsTooFew ? "*" : string.Empty)),
                ],
                [new BilingualText(
                    "κ は Cohen、区間は意見を抜き直したもの、α は Krippendorff。出現率の低いコードでは κ も α も低く出やすい。* は少なすぎて言えない。",
                    "Cohen's kappa with its interval by resampling comments, Krippendorff's alpha. Both are low easily where few comments have the code. *: too few to say.")]),
            new ExportTable(
                new BilingualText("自信のある順に、最有力のコードが当たる割合", "Share of the surest whose best code is right"),
                [Column("surest", "上位", "Surest", 1), new("untaught", CodebookAlone, 2), Column("of", "意見", "Comments"), Column("interval", "95%", "95%"), new("taught", Taught, 2)],
                [.. evaluation.BySureness.Select(p => Row(p.Share, p.Untaught, p.Right.Of, AgreementTables.Text(p.UntaughtInterval), p.Taught))],
                []),
            new ExportTable(
                new BilingualText("人がコードを付けた数と、残りの micro-F1", "Coded by the person, and micro-F1 of the others"),
                [Column("coded", "付けた数", "Coded"), Column("random", "無作為の順", "Random order", 2), Column("range", "最小–最大", "Least–most"), Column("certain", "自信のない順", "Least certain first", 2)],
                [.. evaluation.Curve.Select(p => Row(p.Coded, p.Random, AgreementTables.Text(p.RandomRange), p.LeastCertainFirst))],
                []),
            new ExportTable(
                new BilingualText("取り違え（人のコード → プログラムのコード）", "Confusions (person → program)"),
                [Column("gold", "人", "Person"), Column("given", "プログラム", "Program"), Column("comments", "意見", "Comments")],
                [.. evaluation.Confusions.Take(MostConfusions).Select(c => Row(c.Gold, c.Given, c.Comments))],
                []),
            new ExportTable(
                new BilingualText("意見の性質", "Types of comments"),
                [
                    Column("type", "性質", "Type"), Column("gold", "人", "Person"), Column("program", "プログラム", "Program"),
                    Column("precision", "適合率", "Precision", 2), Column("recall", "再現率", "Recall", 2), Column("kappa", "κ", "kappa", 2),
                ],
                [
                    .. evaluation.Types.Select(t => Row(
                        FieldNames.Of(t.Type),
                        t.Agreement.Both + t.Agreement.OnlyFirst,
                        t.Agreement.Both + t.Agreement.OnlySecond,
                        Share(t.Agreement.Both, t.Agreement.Both + t.Agreement.OnlySecond),
                        Share(t.Agreement.Both, t.Agreement.Both + t.Agreement.OnlyFirst),
                        t.Agreement.Value)),
                ],
                []),
            new ExportTable(
                new BilingualText("意見グループと主なコード", "Clusters and main codes"),
                [Column("clusters", "グループ数", "Clusters"), Column("ari", "ARI", "ARI", 3), Column("nmi", "NMI", "NMI", 3)],
                [.. evaluation.Clusters.Select(c => Row(c.Clusters, c.AdjustedRand, c.Information))],
                evaluation.Clusters.IsEmpty ? [] : [new BilingualText(
                    string.Create(CultureInfo.InvariantCulture, $"平均 ARI {evaluation.Clusters.Average(c => c.AdjustedRand):0.000}、NMI {evaluation.Clusters.Average(c => c.Information):0.000}"),
                    string.Create(CultureInfo.InvariantCulture, $"mean ARI {evaluation.Clusters.Average(c => c.AdjustedRand):0.000}, NMI {evaluation.Clusters.Average(c => c.Information):0.000}"))]),
        ];
    }

    private static ExportTable Scores(CodingEvaluation evaluation, EvaluationOptions options, ScreenLanguage language) => new(
        new BilingualText("人の付けたコードとの一致", "Agreement with the person's codes"),
        [
            Column("how", "コードの付け方", "How"), Column("comments", "意見", "Comments"), Column("microF1", "micro-F1", "micro-F1", 3), Column("interval", "95%", "95%"),
            Column("precision", "適合率", "Precision", 3), Column("recall", "再現率", "Recall", 3), Column("macroF1", "macro-F1", "macro-F1", 3), Column("macroInterval", "95%", "95%"),
            Column("topOne", "1位", "Top 1", 3), Column("topOneInterval", "95%", "95%"), Column("topThree", "3位まで", "Top 3", 3), Column("topThreeInterval", "95%", "95%"),
            Column("sureFifth", "自信のある2割", "Sure fifth", 3), Column("sureInterval", "95%", "95%"),
        ],
        [
            Row(language.Pick(CodebookAlone), evaluation.Untaught, evaluation.UntaughtIntervals),
            Row(language.Pick(Taught), evaluation.Taught, evaluation.TaughtIntervals),
        ],
        [
            new BilingualText(
                string.Create(CultureInfo.InvariantCulture, $"{CodebookAlone.Ja}: その言葉だけで付けたもの。{Taught.Ja}: {options.Share:P0} をコード付けした後、残りについて（無作為に分けた {options.Splits} 回の平均）。"),
                string.Create(CultureInfo.InvariantCulture, $"{CodebookAlone.En}: by its words. {Taught.En}: after {options.Share:P0} were coded, on the others (mean of {options.Splits} random splits).")),
        ]);

    private static ImmutableArray<object?> Row(string how, CodingScores scores, ScoreIntervals intervals) => Row(
        how, scores.Comments, scores.MicroF1, AgreementTables.Text(intervals.MicroF1), scores.Precision, scores.Recall, scores.MacroF1, AgreementTables.Text(intervals.MacroF1),
        scores.TopOne, AgreementTables.Text(intervals.TopOne), scores.TopThree, AgreementTables.Text(intervals.TopThree), scores.SureFifth, AgreementTables.Text(intervals.SureFifth));

    private static ImmutableArray<object?> Row(params object?[] cells) => [.. cells];

    private static double? Share(long count, long of) => of == 0 ? null : (double)count / of;

    private static ExportColumn Column(string key, string ja, string en, int decimals = 0) => new(key, new BilingualText(ja, en), decimals);
}
