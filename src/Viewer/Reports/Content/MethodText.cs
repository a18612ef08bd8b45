using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Voices;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>How a report was made, in words that need no training, and what it takes to make it again.</summary>
/// <param name="Paragraphs">A heading and a paragraph each.</param>
/// <param name="Facts">Names and values: version, codebook, settings.</param>
/// <param name="Sources">Names and SHA-256 of the sources; for publication those whose names tell nothing, by name, without SHA-256: it would let anybody try what the masks hide.</param>
public sealed record MethodText(
    ImmutableArray<(string Heading, string Text)> Paragraphs, ImmutableArray<(string Name, string Value)> Facts, ImmutableArray<(string Name, string? Sha256)> Sources)
{
    /// <summary>How two years are compared, the paragraph of that; null where none are.</summary>
    public string? Years { get; init; }

    /// <summary>The method of a report.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="run">What made them.</param>
    /// <param name="settings">The report's settings.</param>
    /// <param name="years">The comparison of years; null where there is none.</param>
    /// <param name="words">The report's words.</param>
    internal static MethodText Of(
        AnalysisFindings findings, RunInfo run, ReportSettings settings, YearComparison? years, ReportWords words)
    {
        var total = findings.Ledger.Total;
        var (codings, decided) = (0, 0);
        foreach (var comment in findings.Comments)
        {
            codings += comment.Codings.Length;
            decided += comment.Codings.Count(c => c.State is CodingState.Accepted or CodingState.Edited);
        }

        var (confirmed, without) = (Confirmed(codings, decided, words), words.WithoutTheme(total.WithoutTheme));
        var consent = QuotationConsent.Of(findings.Comments.Select(c => c.Comment), settings.Voices.Consent);
        var paragraphs = ImmutableArray.CreateBuilder<(string Heading, string Text)>();
        void Add(string ja, string en, string textJa, string textEn) => paragraphs.Add((words.Pick(ja, en), words.Pick(textJa, textEn)));
        Add(
            "何を読んだか",
            "What was read",
            $"資料{findings.Corpus.Sources.Length}件から{total.RowsIn}件の記述を読み取り、{total.Analysed}件の意見を分析しました。空欄{total.Blank}件、尋ねていない欄{total.NotAsked}件、「特になし」{total.NothingToSay}件、「同上」{total.AsAbove}件、別紙参照{total.Elsewhere}件、同じ回答者の同じ意見（重複）{total.Duplicates}件、意見以外の文章{total.LeftAside}件は、意見の数に入れていません。文章の言葉は変えていません。",
            $"{total.RowsIn} passages of {findings.Corpus.Sources.Length} sources were read; {total.Analysed} comments were analysed. Not among them: {total.Blank} blank, {total.NotAsked} not asked, {total.NothingToSay} with nothing to say, {total.AsAbove} “as above”, {total.Elsewhere} in attachments, {total.Duplicates} said twice by one respondent, {total.LeftAside} passages around the comments. No word was changed.");
        if (findings.CountsComments)
        {
            Add(
                "数え方",
                "Counting",
                $"意見の数を数えます。だれかに尋ねて名前の分かる答えがないか、ほとんどないので、{words.Unit}の数では言えません（会議の記録・意見書・報告書は、だれかに尋ねた答えではありません）。分母は、分析したすべての意見です。",
                $"The comments are counted. There are no or hardly any answers whose {words.Unit} are known (minutes, statements and reports are no answers), so nothing is said of how many {words.Unit} mention a theme. The denominator is all comments that were analysed.");
        }
        else
        {
            Add(
                "数え方",
                "Counting",
                $"はじめに{words.Unit}の数を、次に意見の数を数えます。一つの{words.Unit}が同じテーマを何度挙げても1と数えます。分母は、尋ねたすべての{words.Unit}です（空欄や「特になし」の{words.Unit}も入ります）。誰の意見か分からないものと、会議の記録・意見書・報告書（だれかに尋ねた答えではないもの）は、意見の数にだけ入ります。",
                $"The {words.Unit} are counted first, then the comments. Mentioning a theme many times counts once. The denominator is everybody asked, those who left it blank too. Comments that name nobody, and minutes, statements and reports, which nobody was asked for, count among the comments only.");
        }

        Add(
            "テーマの付け方",
            "Themes",
            $"コードブック「{findings.Codebook.Name}」の{findings.Codebook.Codes.Length}のコードを使いました。意見を語に分け（Kuromoji、IPADIC）、表記のゆれと同義語をそろえ、コードの名前・定義・語に近い意見にそのテーマを付けています。一つの意見に二つ以上のテーマが付くことがあります。{confirmed.Ja}{without}",
            $"The {findings.Codebook.Codes.Length} codes of the codebook “{findings.Codebook.Name}” were applied. Comments were cut into words (Kuromoji, IPADIC), spellings and synonyms brought together; a comment carries a theme where its words are near the code's name, definition and terms. It may carry several. {confirmed.En} {without}");
        if (!findings.CountsComments)
        {
            Add(
                "信頼区間の読み方",
                "Intervals",
                $"「95%信頼区間 45〜92%」は、同じような{words.Unit}がほかにも多くあるとしたとき、テーマを挙げる割合がおよそその間にあると考えられる、という意味です（Clopper と Pearson の正確な区間）。{words.Unit}の数が少ないほど区間は広くなります。",
                $"“95% interval 45–92%”: if there were many more {words.Unit} like these, the share that mentions the theme would lie about there (Clopper and Pearson, exact). The fewer they are, the wider it is.");
        }

        var comparing = years is null ? null : Comparing(years, words);
        if (comparing is not null)
        {
            paragraphs.Add((words.Pick("年の比べ方", "Comparing years"), comparing));
        }

        Add(
            "引用の選び方",
            "Quotations",
            $"テーマごとに{settings.Voices.Count}件まで、{settings.Voices.Shortest}〜{settings.Voices.Longest}字の範囲で、そのテーマで多くの{words.Unit}が話していることに近いものを、{words.Unit}が偏らないように選びました。"
                + (settings.Voices.Dissent ? "見方の違う声があれば1件入れています。" : string.Empty)
                + "言葉は原文のままで、省いたところは［…］と書いています。"
                + (consent.Columns.IsEmpty ? "資料に引用の同意を尋ねた列はありませんでした。" : $"列「{string.Join("」「", consent.Columns)}」で同意が分かる意見だけを引用しました。"),
            $"Up to {settings.Voices.Count} a theme, {settings.Voices.Shortest} to {settings.Voices.Longest} characters, near to what most {words.Unit} say of it, of different {words.Unit}. "
                + (settings.Voices.Dissent ? "One that sees it otherwise is among them where there is one. " : string.Empty)
                + "Words are verbatim; […] stands where something was left out. "
                + (consent.Columns.IsEmpty ? "No source asks for consent to quote." : $"Only comments whose “{string.Join("”, “", consent.Columns)}” says yes are quoted."));
        Add(
            "気をつけること",
            "Caution",
            "テーマを挙げた数は、その問題の大きさや正しさを示すものではありません。挙げなかったことは、問題がないことを意味しません。二つのことが一緒に出てきても、一方がもう一方の原因とは限りません。",
            "How many mention a theme does not tell how grave it is, or whether they are right. Not mentioning it does not mean that all is well. Two things that come together need not cause each other.");
        return new MethodText(
            paragraphs.ToImmutable(),
            FactsOf(findings, run, settings, words),
            words.IsForPublication
                ? [.. words.SourcesByName.Select(n => (n, (string?)null)), .. Unnamed(findings.Corpus.Sources.Length - words.SourcesByName.Length, words)]
                : [.. findings.Corpus.Sources.Select(s => (s.Name, (string?)s.Sha256))])
        {
            Years = comparing,
        };
    }

    private static string Comparing(YearComparison years, ReportWords words)
    {
        return words.Pick(
            $"{years.Earlier}年度と{years.Later}年度の両方に尋ねた{words.Named(years.Paired.Length)}どうしを比べました。「変わった」と書くのは、偶然では説明しにくいときだけです（McNemar の正確検定、テーマの数に応じた Holm の補正）。変わった{words.Unit}が{YearComparison.FewestChanged}未満のときは、少なすぎて言えないと書いています。",
            $"The {years.Paired.Length} {words.Unit} asked in both {years.Earlier} and {years.Later} are compared with themselves. “Changed” is written only where chance hardly explains it (McNemar's exact test, Holm's adjustment). Fewer than {YearComparison.FewestChanged} that changed are too few to say.")
            + words.Questions(years);
    }

    // How many codings there are in all would tell those of a theme whose number is hidden.
    private static BilingualText Confirmed(int codings, int decided, ReportWords words) => words.IsForPublication
        ? decided == 0 ? new("付けたテーマは、どれもプログラムの提案のままです。", "All codings are the program's proposals.")
            : decided == codings ? new("付けたテーマは、どれも人が確かめたものです。", "People confirmed all codings.")
            : new("付けたテーマには、人が確かめたものと、プログラムの提案のままのものがあります。", "People confirmed some of the codings; the others are the program's proposals.")
        : new(
            $"付けたテーマ{codings}件のうち、人が確かめたものは{decided}件、残りの{codings - decided}件はプログラムの提案のままです。",
            $"Of {codings} codings people confirmed {decided}; the other {codings - decided} are the program's proposals.");

    private static ImmutableArray<(string Name, string? Sha256)> Unnamed(int sources, ReportWords words) =>
        sources == 0 ? [] : [(words.Pick($"名前を伏せた資料（{sources}件）", $"sources whose names are not told ({sources})"), null)];

    private static ImmutableArray<(string Name, string Value)> FactsOf(AnalysisFindings findings, RunInfo run, ReportSettings settings, ReportWords words)
    {
        var facts = ImmutableArray.CreateBuilder<(string Name, string Value)>();
        facts.Add((words.Pick("プログラム", "Program"), "FeedbackLab " + run.Version));
        if (run.Timestamp is { } timestamp)
        {
            facts.Add((words.Pick("作成日時", "Made at"), timestamp));
        }

        facts.Add((words.Pick("コードブック", "Codebook"), findings.Codebook.Name + (words.IsForPublication ? string.Empty : run.CodebookSha256 is { } hash ? $" (SHA-256 {hash})" : words.Pick("（付属）", " (built in)"))));
        if (!words.IsForPublication)
        {
            // The settings name comments by their ids.
            facts.Add((words.Pick("報告書の設定", "Settings"), settings.Sha256 is { } settingsHash ? $"SHA-256 {settingsHash}" : words.Pick("既定", "defaults")));
        }

        facts.Add((words.Pick("分析の設定", "Options"), string.Create(CultureInfo.InvariantCulture, $"seed={findings.Options.Seed} most-codes={findings.Options.MostCodes}")));
        return facts.ToImmutable();
    }
}
