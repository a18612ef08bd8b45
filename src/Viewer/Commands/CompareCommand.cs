using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Codebooks;
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
        var format = TableOutput.Option();
        var reading = new ReadingOptions(language);
        var command = new Command("compare", language.Pick("二つの年を、両方の年に尋ねた回答者で比べる", "Compare two years by the respondents of both")) { earlier, later, inputs, workspace, codebook, format };
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
                CommandLine.PrintFailure(language, string.Empty, NoComments(year, findings));
                return CommandLine.Failed;
            }

            var (changes, names) = parsed.GetValue(workspace) is { } kept ? Codes(language, kept, years.Earlier, years.Later) : (null, ImmutableDictionary<string, BilingualText>.Empty);
            var output = TableOutput.Of(parsed, format);
            var comparison = YearComparison.Of(findings, years.Earlier, years.Later, changes);
            TableOutput.Write(language, output, output is TableFormat.Json or TableFormat.Csv ? Data(comparison, names, language) : Table(comparison, names, output == TableFormat.Table, language));
            return CommandLine.Done;
        });
        return command;
    }

    private static BilingualText NoComments(int year, AnalysisFindings findings)
    {
        var undated = findings.Comments.Where(c => c.Comment.Year is null).Select(c => c.Comment.Source).Distinct(StringComparer.Ordinal).ToList();
        var (ja, en) = undated.Count == 0 ? (string.Empty, string.Empty)
            : ($"。年の分からない資料: {string.Join('、', undated)}（--year を付けてその資料だけを取り込むか、mapping.yaml の year に書いてください）",
                $". Sources whose year is not known: {string.Join(", ", undated)} (import such a source by itself with --year, or write year in mapping.yaml)");
        return findings.Years.IsEmpty
            ? new BilingualText($"{year} 年の意見がありません。年の分かる意見がありません{ja}", $"There are no comments of {year}, nor of any year{en}")
            : new BilingualText($"{year} 年の意見がありません。ある年: {string.Join('、', findings.Years)}{ja}", $"There are no comments of {year}. There are some of: {string.Join(", ", findings.Years)}{en}");
    }

    private static (CodesOfYears? Codes, ImmutableDictionary<string, BilingualText> Names) Codes(ScreenLanguage language, string folder, int earlier, int later)
    {
        CodesOfYears? codes = null;
        var names = ImmutableDictionary<string, BilingualText>.Empty;
        WorkspaceFolder.Use(language, folder, create: false, store =>
        {
            (codes, names) = Codes(store, earlier, later);
            return CommandLine.Done;
        });
        return (codes, names);
    }

    internal static (CodesOfYears Codes, ImmutableDictionary<string, BilingualText> Names) Codes(WorkspaceStore store, int earlier, int later) =>
        (new CodesOfYears(store.CodeLedger(), store.CodingOf(earlier), store.CodingOf(later)), CodebookSource.Names(store));

    // For other programs: a column a number.
    private static ExportTable Data(YearComparison comparison, ImmutableDictionary<string, BilingualText> names, ScreenLanguage language) => Table(comparison, names, isTerminal: false, language) with
    {
        Columns =
        [
            Column("id", "ID", "ID"), Column("theme", "テーマ", "Theme"), Column("change", "変化", "Change"),
            Column("before", $"{comparison.Earlier}", $"{comparison.Earlier}"), Column("beforeOf", $"{comparison.Earlier} 全", $"{comparison.Earlier} of"),
            Column("after", $"{comparison.Later}", $"{comparison.Later}"), Column("afterOf", $"{comparison.Later} 全", $"{comparison.Later} of"),
            Column("both", "両方", "Both"), Column("onlyEarlier", "前だけ", "Earlier only"), Column("onlyLater", "後だけ", "Later only"), Column("neither", "どちらもなし", "Neither"),
            Column("difference", "差", "Difference", 4), Column("low", "95% 下", "95% low", 4), Column("high", "95% 上", "95% high", 4),
            Column("p", "p", "p", 4), Column("adjustedP", "p（Holm）", "p (Holm)", 4), Column("verdict", "言えること", "Verdict"), Column("breaks", "コードの変化", "Code changed"),
            Column("beforeApart", $"{comparison.Earlier} だけの設問", $"Questions of {comparison.Earlier} only"), Column("afterApart", $"{comparison.Later} だけの設問", $"Questions of {comparison.Later} only"),
        ],
        Rows =
        [
            .. comparison.Themes.Select(t => ImmutableArray.Create<object?>(
                t.Code.Id, language.Pick(t.Code.Name), language.Pick(Word(t.Kind)), t.Before.Count, t.Before.Of, t.After.Count, t.After.Of,
                t.Pairs.Both, t.Pairs.OnlyEarlier, t.Pairs.OnlyLater, t.Pairs.Neither, Difference(t.Pairs), t.Difference?.Low, t.Difference?.High, t.P, t.AdjustedP,
                language.Pick(Verdict(t)), t.Breaks.IsEmpty ? null : Breaks(t.Breaks, names, comparison, language), t.EarlierApart, t.LaterApart)),
        ],
    };

    // On a terminal the changes of codes stand below the table, and only their numbers in it.
    internal static ExportTable Table(YearComparison comparison, ImmutableDictionary<string, BilingualText> names, bool isTerminal, ScreenLanguage language) => new(
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
            .. HasBreaks(comparison) ? new[] { Column("breaks", "コードの変化", "Code changed") } : [],
        ],
        [.. comparison.Themes.Select(t => HasBreaks(comparison) ? Row(t, comparison, language).Add(isTerminal ? Numbers(comparison, t) : Breaks(t.Breaks, names, comparison, language)) : Row(t, comparison, language))],
        [
            new BilingualText(
                $"回答者: 両方の年 {comparison.Paired.Length} 者、{comparison.Earlier} 年だけ {comparison.Missing.Length} 者、{comparison.Later} 年だけ {comparison.New.Length} 者。",
                $"Respondents: {comparison.Paired.Length} in both years, {comparison.Missing.Length} in {comparison.Earlier} only, {comparison.New.Length} in {comparison.Later} only."),
            new BilingualText(
                $"意見の数: 増えた回答者 {comparison.Volume.Up} 者、減った {comparison.Volume.Down} 者、同じ {comparison.Volume.Same} 者（符号検定 {Sign(comparison, "少なすぎて言えない")}）。",
                $"Number of comments: {comparison.Volume.Up} gave more, {comparison.Volume.Down} fewer, {comparison.Volume.Same} as many (sign test: {Sign(comparison, "too few to say")})."),
            .. NoPairs(comparison),
            .. QuestionsText.Of(comparison.Questions, isOfTests: false),
            Names("今回いない", "Missing", comparison.Missing),
            Names("新しい", "New", comparison.New),
            .. HasBreaks(comparison) ? new[]
            {
                new BilingualText(
                    "「コードの変化」のあるテーマは、二つの年で同じ意味ではありません。数の違いが、意見の変化なのかコードの変化なのかは、この表からは分かりません。",
                    "A theme with a change of its code does not mean the same in both years: the table cannot tell a change of what people say from a change of the code."),
            } : [],
            .. isTerminal ? comparison.Themes.Where(t => !t.Breaks.IsEmpty).Select(t =>
            {
                var (ja, en) = (Breaks(t.Breaks, names, comparison, ScreenLanguage.Japanese), Breaks(t.Breaks, names, comparison, ScreenLanguage.English));
                return new BilingualText($"{Numbers(comparison, t)} {t.Code.Name.Ja}: {ja}", $"{Numbers(comparison, t)} {t.Code.Name.En}: {en}");
            }) : [],
            .. comparison.Retired.Select(r => Said("二つの年のあいだに ", "Between the years, ", r.Entry, names)),
            new BilingualText(
                comparison.Paired.IsEmpty ? "年ごとの数は、その年に尋ねた回答者のもの。" : $"年ごとの数も「両方」「前だけ」「後だけ」も検定も、両方の年に尋ねた回答者 {comparison.Paired.Length} 者だけのもの{(isTerminal ? "（片方の年だけに尋ねた回答者も入れた数は、--format csv か json に出る）" : string.Empty)}。",
                comparison.Paired.IsEmpty ? "The years' numbers are of those asked that year." : $"The years' numbers, both, earlier only, later only and the test are of the {comparison.Paired.Length} respondents asked both times{(isTerminal ? " (--format csv or json has those of all that were asked in a year)" : string.Empty)}."),
            new BilingualText(
                $"McNemar の正確検定、Holm の補正、差は Newcombe の区間。変わった回答者が {YearComparison.FewestChanged} 者に満たなければ、少なすぎて言えない。",
                $"McNemar's exact test, Holm; Newcombe's interval. Fewer than {YearComparison.FewestChanged} that changed are too few to say."),
        ]);

    private static ImmutableArray<object?> Row(ThemeChange theme, YearComparison comparison, ScreenLanguage language) =>
    [
        language.Pick(theme.Code.Name),
        language.Pick(Word(theme.Kind)),
        Earlier(theme),
        Later(theme),
        theme.Pairs.Both,
        theme.Pairs.OnlyEarlier,
        theme.Pairs.OnlyLater,
        theme.Difference is { } d ? string.Create(CultureInfo.InvariantCulture, $"{100 * Difference(theme.Pairs):+0;−0;0}%（{100 * d.Low:+0;−0;0}～{100 * d.High:+0;−0;0}）") : null,
        theme.P,
        theme.AdjustedP,
        QuestionsText.Apart(theme, comparison) is { } apart ? $"{language.Pick(Verdict(theme))}{language.Pick("（", " (")}{language.Pick(apart)}{language.Pick("）", ")")}" : language.Pick(Verdict(theme)),
    ];

    // The numbers that "grown" and "shrunk" are said of. Where nobody was asked both times there are only those of each year.
    private static DocumentFrequency Earlier(ThemeChange theme) =>
        theme.Pairs.All == 0 ? theme.Before : new DocumentFrequency(theme.Pairs.Both + theme.Pairs.OnlyEarlier, theme.Pairs.All);

    private static DocumentFrequency Later(ThemeChange theme) =>
        theme.Pairs.All == 0 ? theme.After : new DocumentFrequency(theme.Pairs.Both + theme.Pairs.OnlyLater, theme.Pairs.All);

    private static string Sign(YearComparison comparison, string tooFew) =>
        comparison.Volume.P is { } p ? TableText.P(p) : tooFew;

    internal static BilingualText Verdict(ThemeChange theme) => theme.IsOfOtherQuestions ? new BilingualText("設問が違い、比べられない", "other questions: not comparable")
        : theme.IsClear ? new BilingualText("変わった", "changed")
        : theme.P is null ? new BilingualText("少なすぎて言えない", "too few to say")
        : new BilingualText("変わったとは言えない", "no clear change");

    // In minutes, for one, nobody was asked.
    private static IEnumerable<BilingualText> NoPairs(YearComparison comparison)
    {
        if (!comparison.Paired.IsEmpty)
        {
            yield break;
        }

        yield return new BilingualText("両方の年に尋ねた回答者がいないため、増減は比べられません。", "Nobody was asked in both years, so there is no telling of a change.");
        if (comparison.Missing.IsEmpty)
        {
            yield return NoRespondents(comparison.Earlier);
        }

        if (comparison.New.IsEmpty)
        {
            yield return NoRespondents(comparison.Later);
        }

        static BilingualText NoRespondents(int year) => new(
            $"{year} 年には、回答者の分かる回答がありません（会議の記録や報告書は、尋ねた答えではありません）。", $"No answer of {year} has a respondent (minutes and reports answer no question).");
    }

    private static double? Difference(PairedMentions pairs) => pairs.All == 0 ? null : (double)(pairs.OnlyLater - pairs.OnlyEarlier) / pairs.All;

    private static string Numbers(YearComparison comparison, ThemeChange theme) => theme.Breaks.IsEmpty ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"*{comparison.Themes.Where(t => !t.Breaks.IsEmpty).ToList().IndexOf(theme) + 1}");

    private static bool HasBreaks(YearComparison comparison) => comparison.Themes.Any(t => !t.Breaks.IsEmpty);

    private static string Breaks(ImmutableArray<CodeBreak> breaks, ImmutableDictionary<string, BilingualText> names, YearComparison comparison, ScreenLanguage language) =>
        string.Join(language.Pick("。", ". "), breaks.Select(b =>
        {
            var decided = (b.EarlierDecided, b.LaterDecided) switch
            {
                (0, 0) => new BilingualText(string.Empty, string.Empty),
                (var e, 0) => new BilingualText($"、{comparison.Earlier} 年の判断 {e} 件はその前のもの", $", {e} decisions of {comparison.Earlier} are from before"),
                (0, var l) => new BilingualText($"、{comparison.Later} 年の判断 {l} 件はその前のもの", $", {l} decisions of {comparison.Later} are from before"),
                var (e, l) => new BilingualText($"、判断 {comparison.Earlier} 年 {e} 件・{comparison.Later} 年 {l} 件はその前のもの", $", {e} decisions of {comparison.Earlier} and {l} of {comparison.Later} are from before"),
            };
            return language.Pick(Said(string.Empty, string.Empty, b.Entry, names)) + language.Pick(decided);
        }));

    private static BilingualText Said(string ja, string en, CodeLedgerEntry entry, ImmutableDictionary<string, BilingualText> names)
    {
        var (what, day) = (CodebookWriteText.Of(entry.Step, names), entry.When.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new BilingualText($"{ja}{what.Ja}（{day} {entry.Who}）", $"{en}{what.En} ({day} {entry.Who})");
    }

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
        ChangeKind.Incomparable => new("比べられない", "not comparable"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static ExportColumn Column(string key, string ja, string en, int decimals = 0) => new(key, new BilingualText(ja, en), decimals);
}
