using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Voices;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Voices;

public sealed class VoiceSelectionTests
{
    private static readonly Code Fee = new("fee", new("利用料", "Fees"), new("利用料の負担", "fees"), string.Empty, string.Empty, ["利用料"], []);

    [Fact]
    public void What_many_say_is_quoted_and_no_speaker_twice_before_all_others()
    {
        var findings = Of(
            ("みさき", "利用料の負担が重く、利用をやめる人がいる。"),
            ("みさき", "利用料の負担が重く、利用をあきらめる人がいる。"),
            ("みさき", "利用料の負担が重く、利用を断る人がいる。"),
            ("いそべ", "利用料の負担が重いと、利用をやめる人が出る。"),
            ("はまべ", "利用料の話は、花火大会の日に庭で聞いた。"));
        var voices = Choose(findings, new VoiceOptions { Count = 2, Dissent = false });
        Assert.Equal(["いそべ", "みさき"], voices.Select(v => Speaker(findings, v)).Order(StringComparer.Ordinal));
        Assert.All(voices, v => Assert.Equal(VoiceReason.Central, v.Reason));
    }

    [Fact]
    public void One_that_judges_otherwise_than_most_is_the_last()
    {
        var findings = Of(
            ("みさき", "利用料の負担が重くて困っている。"),
            ("いそべ", "利用料の説明が難しい。どうしても不安が残る。"),
            ("はまべ", "利用料の減免を検討してほしい。"),
            ("なぎさ", "利用料の負担が大きいという懸念がある。"),
            ("おき", "利用料については、特に問題はない。説明もあり助かっている。"));
        var voices = Choose(findings, new VoiceOptions());
        Assert.Equal("おき", Speaker(findings, voices[^1]));
        Assert.Equal(VoiceReason.Dissenting, voices[^1].Reason);
        Assert.DoesNotContain(Choose(findings, new VoiceOptions { Dissent = false, Count = 2 }), v => v.Reason != VoiceReason.Central);
    }

    [Fact]
    public void Pinned_come_first_and_banned_never()
    {
        var findings = Of(
            ("みさき", "利用料の負担が重く、利用をやめる人がいる。"),
            ("いそべ", "利用料の負担が重いと、利用をやめる人が出る。"),
            ("はまべ", "利用料の話は、花火大会の日に庭で聞いた。"));
        var (banned, pinned) = (findings.Comments[0].Comment.Id, findings.Comments[2].Comment.Id);
        var voices = Choose(findings, new VoiceOptions { Pinned = [pinned], Banned = [banned] });
        Assert.Equal([(pinned, VoiceReason.Pinned), (findings.Comments[1].Comment.Id, VoiceReason.Central)], voices.Select(v => (v.CommentId, v.Reason)));
        Assert.Equal([pinned], Choose(findings, new VoiceOptions { Count = 0, Pinned = [pinned] }).Select(v => v.CommentId));
    }

    [Theory]
    [InlineData("可", true)]
    [InlineData("はい", true)]
    [InlineData("○", true)]
    [InlineData("同意します。", true)]
    [InlineData("ＹＥＳ", true)]
    [InlineData("\u306F\u3044。", true)]
    [InlineData("\uD83D", false)]
    [InlineData("不可", false)]
    [InlineData("いいえ", false)]
    [InlineData("匿名なら可", false)]
    [InlineData("", false)]
    public void Where_a_source_asks_for_consent_only_a_clear_yes_is_quoted(string answer, bool isQuoted)
    {
        var findings = Of("引用の可否", answer, ("みさき", "利用料の負担が重く、利用をやめる人がいる。"), ("いそべ", "利用料の負担が重いと、利用をやめる人が出る。"));
        var theme = VoiceSelection.Of(findings, Terms(findings), new VoiceOptions { Pinned = [findings.Comments[0].Comment.Id] }).Single();
        Assert.Equal(isQuoted ? 2 : 0, theme.Voices.Length);
        Assert.Equal(isQuoted ? 0 : 2, theme.Withheld);
        Assert.Equal(2, VoiceSelection.Of(findings, Terms(findings), new VoiceOptions { Consent = string.Empty }).Single().Voices.Length);
    }

    [Theory]
    [InlineData("引用可", true)]
    [InlineData("掲載の同意", true)]
    [InlineData("ご回答を公表してもよいですか", true)]
    [InlineData("同意", true)]
    [InlineData("地域", false)]
    [InlineData("情報公開について", false)]
    [InlineData("公開講座の可能性", false)]
    [InlineData("同意書の書き方", false)]
    [InlineData("テ\u3099ータの掲載の同意", true)]
    [InlineData("こ\u3099回答を公表してもよいて\u3099すか", true)]
    [InlineData("引用可\uD83D", false)]
    public void Columns_that_ask_for_consent_are_known_by_their_names(string name, bool asks) => Assert.Equal(asks, QuotationConsent.Asks(name));

    [Fact]
    public void The_order_of_the_rows_changes_nothing()
    {
        (string, string)[] rows =
        [
            ("みさき", "利用料の負担が重く、利用をやめる人がいる。"), ("いそべ", "利用料の説明が難しい。"), ("はまべ", "利用料の減免を検討してほしい。"),
            ("なぎさ", "利用料が月に二度も変わって困る。"), ("おき", "利用料については、特に問題はない。"), ("みさき", "利用料の支払いの手続きが多い。"),
        ];
        var (forth, back) = (Of(rows), Of([.. rows.Reverse()]));
        Assert.Equal(
            Choose(forth, new VoiceOptions()).Select(v => (Text(forth, v), v.Reason)),
            Choose(back, new VoiceOptions()).Select(v => (Text(back, v), v.Reason)));
    }

    [Fact]
    public void Options_out_of_range_are_named_together()
    {
        var failures = new VoiceOptions { Count = 21, Shortest = 0, Longest = -1, Pinned = ["a"], Banned = ["a"] }.Failures();
        Assert.Equal(4, failures.Length);
        Assert.Throws<ArgumentException>(() => VoiceSelection.Of(Of(("みさき", "利用料が高い。")), Terms(Of(("みさき", "利用料が高い。"))), new VoiceOptions { Count = -1 }));
    }

    [Theory]
    [InlineData("情報共有がスムーズに進んでいる。", 1)]
    [InlineData("相談しやすくなり助かっている。", 1)]
    [InlineData("減免があると助かる。", -1)]
    [InlineData("スムーズに進まないことが多く困っている。", -1)]
    [InlineData("負担は感じていない。", 1)]
    [InlineData("助かっているが、時間が不足している。", 0)]
    public void A_stance_is_told_where_only_one_side_is_heard(string text, int stance)
    {
        var comment = new Comment("c", "調査.csv", CommentKind.Answer, null, null, null, null, new Place(1, 1), text, []);
        var types = FeedbackLab.Analysis.Themes.CommentTypes.Of(comment);
        Assert.Equal(stance, Stance.Of(new AnalysedComment(comment, [], types, null)));
    }

    private static ImmutableArray<Voice> Choose(AnalysisFindings findings, VoiceOptions options) =>
        VoiceSelection.Of(findings, Terms(findings), options).Single().Voices;

    private static TokenizedCorpus Terms(AnalysisFindings findings) =>
        TokenizedCorpus.Of([.. findings.Comments.Select(c => c.Comment)], TextTerms.ByKuromoji(LexiconReader.Default));

    private static string Speaker(AnalysisFindings findings, Voice voice) => findings.Comments.Single(c => c.Comment.Id == voice.CommentId).Comment.Respondent!;

    private static string Text(AnalysisFindings findings, Voice voice) => findings.Comments.Single(c => c.Comment.Id == voice.CommentId).Comment.Text;

    private static AnalysisFindings Of(params (string Respondent, string Text)[] rows) => Of(null, string.Empty, rows);

    // Coded by hand: every comment has the theme, so that only the choice is tested.
    private static AnalysisFindings Of(string? attribute, string value, params (string Respondent, string Text)[] rows)
    {
        var comments = rows.Select((r, i) => new Comment(
            CommentId.Of("00", new Place(i + 1, i + 1), r.Text), "調査.csv", CommentKind.Answer, r.Respondent, null, null, null, new Place(i + 1, i + 1), r.Text, attribute is null ? [] : [new(attribute, value)])).ToList();
        var analysed = comments.Select(c => new AnalysedComment(
            c, [new Coding("fee", 0.5, [new TextSpan(0, 3)])], FeedbackLab.Analysis.Themes.CommentTypes.Of(c), null)).ToImmutableArray();
        var line = new LedgerLine(string.Empty, rows.Length, rows.Length, 0, 0, 0, 0, 0, 0, 0, 0);
        ImmutableArray<string> names = [.. rows.Select(r => r.Respondent).Distinct().Order(StringComparer.Ordinal)];
        var theme = new ThemeFinding(
            Fee, new(names.Length, names.Length), new(rows.Length, rows.Length), default, 0, [], [], [.. comments.Select(c => c.Id)], [], []);
        return new AnalysisFindings(
            new AnalysisOptions(), new CommentCorpus([], [.. comments], [], [], [], [], []), new Codebook("見本", [Fee]), new Ledger(line, []), names, [], analysed, [], [theme], []);
    }
}
