using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab compare</c>: what changed from one year to another among the same respondents.</summary>
public static class CompareCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var earlier = new Argument<int>(language.Pick("前の年", "EARLIER")) { Description = language.Pick("比べる年（西暦）", "The earlier year") };
        var later = new Argument<int>(language.Pick("後の年", "LATER")) { Description = language.Pick("後の年（西暦）", "The later year") };
        var inputs = new Argument<string[]>(language.Pick("資料", "FILE|FOLDER")) { Description = language.Pick("ワークスペースを使わないときの資料", "Files, where there is no workspace"), Arity = ArgumentArity.ZeroOrMore };
        var workspace = WorkspaceFolder.Option(language, string.Empty);
        var codebook = CodebookFile.Option(language);
        var format = new Option<string>("--format") { Description = "table, json, csv, markdown", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "markdown");
        var reading = new ReadingOptions(language);
        var command = new Command("compare", language.Pick("二つの年を、両方に答えた回答者で比べる", "Compare two years by the respondents of both")) { earlier, later, inputs, workspace, codebook, format };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var (options, exitCode) = reading.Of(parsed);
            var years = (Earlier: parsed.GetValue(earlier), Later: parsed.GetValue(later));
            var files = parsed.GetValue(inputs) ?? [];
            if (options is null)
            {
                return exitCode;
            }

            if (years.Earlier >= years.Later || files.Length == 0 == parsed.GetValue(workspace) is null)
            {
                CommandLine.PrintFailure(language, string.Empty, years.Earlier >= years.Later
                    ? new BilingualText("前の年、後の年の順に書いてください（例: compare 2019 2020）。", "Give the earlier year first (compare 2019 2020).")
                    : new BilingualText("資料か、-w でワークスペースを指定してください（どちらか一方）。", "Name files, or a workspace with -w: one of the two."));
                return CommandLine.Misused;
            }

            var file = parsed.GetValue(codebook);
            if (CodebookFile.Read(language, file) is not { } codes)
            {
                return CommandLine.Failed;
            }

            var read = parsed.GetValue(workspace) is { } folder
                ? WorkspaceAnalysis.Read(language, folder, file is null ? null : codes)
                : new WorkspaceAnalysis(CorpusReader.Read(files, options), codes, ImmutableDictionary<string, CodedComment>.Empty);
            if (read is null)
            {
                return CommandLine.Failed;
            }

            var findings = FeedbackAnalysis.Run(
                read.Corpus, read.Codebook.Codebook, LexiconReader.Default, new AnalysisOptions { Clusters = 1, Runs = 1 }, decided: read.Decided);
            foreach (var year in new[] { years.Earlier, years.Later }.Where(y => !findings.Years.Contains(y)))
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                    $"{year} 年の意見がありません。ある年: {string.Join('、', findings.Years)}", $"There are no comments of {year}. There are some of: {string.Join(", ", findings.Years)}"));
                return CommandLine.Failed;
            }

            TableOutput.Write(
                language,
                Enum.Parse<TableFormat>(parsed.GetRequiredValue(format), ignoreCase: true),
                Table(YearComparison.Of(findings, years.Earlier, years.Later), language));
            return CommandLine.Done;
        });
        return command;
    }

    private static ExportTable Table(YearComparison comparison, ScreenLanguage language) => new(
        new BilingualText($"{comparison.Earlier} 年と {comparison.Later} 年", $"{comparison.Earlier} and {comparison.Later}"),
        [
            Column("theme", "テーマ", "Theme"),
            Column("change", "変化", "Change"),
            Column("before", $"{comparison.Earlier}", $"{comparison.Earlier}"),
            Column("after", $"{comparison.Later}", $"{comparison.Later}"),
            Column("both", "両方", "Both"),
            Column("onlyEarlier", "前だけ", "Earlier only"),
            Column("onlyLater", "後だけ", "Later only"),
            Column("difference", "差（95%）", "Difference (95%)"),
            Column("p", "p", "p", 4),
            Column("adjustedP", "p（Holm）", "p (Holm)", 4),
            Column("verdict", "言えること", "Verdict"),
        ],
        [.. comparison.Themes.Select(t => Row(t, language))],
        [
            new BilingualText(
                $"回答者: 両方の年 {comparison.Paired.Length}、{comparison.Earlier} 年だけ {comparison.Missing.Length}、{comparison.Later} 年だけ {comparison.New.Length}。",
                $"Respondents: {comparison.Paired.Length} in both years, {comparison.Missing.Length} in {comparison.Earlier} only, {comparison.New.Length} in {comparison.Later} only."),
            new BilingualText(
                $"意見の数: 増えた回答者 {comparison.Volume.Up}、減った {comparison.Volume.Down}、同じ {comparison.Volume.Same}（符号検定 {Sign(comparison, "少なすぎて言えない")}）。",
                $"Number of comments: {comparison.Volume.Up} gave more, {comparison.Volume.Down} fewer, {comparison.Volume.Same} as many (sign test: {Sign(comparison, "too few to say")})."),
            Names("今回いない", "Missing", comparison.Missing),
            Names("新しい", "New", comparison.New),
            new BilingualText(
                $"「両方」「前だけ」「後だけ」と検定は、両方の年に尋ねた回答者だけ。McNemar の正確検定、Holm の補正、差は Newcombe の区間。変わった回答者が {YearComparison.FewestChanged} 未満なら、少なすぎて言えない。",
                $"Both, earlier only, later only and the test are of respondents asked both times. McNemar's exact test, Holm; Newcombe's interval. Fewer than {YearComparison.FewestChanged} that changed are too few to say."),
        ]);

    private static ImmutableArray<object?> Row(ThemeChange theme, ScreenLanguage language) =>
    [
        language.Pick(theme.Code.Name),
        language.Pick(Word(theme.Kind)),
        Share(theme.Before),
        Share(theme.After),
        theme.Pairs.Both,
        theme.Pairs.OnlyEarlier,
        theme.Pairs.OnlyLater,
        theme.Difference is { } d ? string.Create(CultureInfo.InvariantCulture, $"{100 * d.Low:+0;−0;0}～{100 * d.High:+0;−0;0}%") : null,
        theme.P,
        theme.AdjustedP,
        language.Pick(theme.IsClear ? new BilingualText("変わった", "changed")
            : theme.P is null ? new BilingualText("少なすぎて言えない", "too few to say")
            : new BilingualText("変わったとは言えない", "no clear change")),
    ];

    private static string Sign(YearComparison comparison, string tooFew) =>
        comparison.Volume.P is { } p ? string.Create(CultureInfo.InvariantCulture, $"p = {p:0.0000}") : tooFew;

    private static string Share(DocumentFrequency share) => string.Create(CultureInfo.InvariantCulture, $"{share.Count}/{share.Of}");

    private static BilingualText Names(string ja, string en, ImmutableArray<string> names) => new(
        $"{ja}: {(names.IsEmpty ? "なし" : string.Join('、', names))}", $"{en}: {(names.IsEmpty ? "none" : string.Join(", ", names))}");

    private static BilingualText Word(ChangeKind kind) => kind switch
    {
        ChangeKind.New => new("新しい", "new"),
        ChangeKind.Grown => new("増えた", "grown"),
        ChangeKind.Shrunk => new("減った", "shrunk"),
        ChangeKind.Gone => new("なくなった", "gone"),
        ChangeKind.Same => new("同じ", "same"),
        ChangeKind.NotMentioned => new("どちらにもない", "not mentioned"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static ExportColumn Column(string key, string ja, string en, int decimals = 0) => new(key, new BilingualText(ja, en), decimals);
}
