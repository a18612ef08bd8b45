using System.Collections.Immutable;
using FeedbackLab.Analysis.Privacy;

namespace FeedbackLab.Analysis.Tests.Privacy;

public sealed class MaskingTests
{
    private static readonly byte[] Secret = [1, 2, 3];

    [Fact]
    public void A_name_has_the_same_pseudonym_wherever_it_stands()
    {
        var (masked, _) = Mask("山田さんは株式会社みどり食品で働く。", "みどり食品の担当と山田太郎さん、山田さんが話した。");
        Assert.DoesNotContain("山田", string.Concat(masked), StringComparison.Ordinal);
        Assert.DoesNotContain("みどり", string.Concat(masked), StringComparison.Ordinal);
        var letter = masked[0][..masked[0].IndexOf("さん", StringComparison.Ordinal)];
        Assert.Contains(letter + "さんが話した", masked[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_municipality_is_called_is_masked_without_its_ending_too()
    {
        var (masked, _) = Mask("東葦浦市役所の担当が来た。", "東葦浦地域の部会で話した。東葦浦では手続きが大変だ。", "中央区の人が中央の席に座る。");
        Assert.DoesNotContain("葦浦", string.Concat(masked), StringComparison.Ordinal);
        Assert.Contains("中央の席", masked[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_honorific_stays_and_a_bare_name_gets_one()
    {
        var (masked, _) = Mask("担当は佐藤花子です。佐藤花子さんに電話してください。");
        Assert.Contains("氏です", masked[0], StringComparison.Ordinal);
        Assert.Contains("さんに電話", masked[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_honorific_behind_a_reading_counts_as_one_of_the_name()
    {
        var (masked, _) = Mask("渡辺（わたなべ）さんが来た。", "担当は渡辺（わたなべ）です。");
        Assert.Matches("^[Ａ-Ｚ]さんが来た。$", masked[0]);
        Assert.Matches("^担当は[Ａ-Ｚ]氏です。$", masked[1]);
    }

    [Theory]
    [InlineData("田中センター長が来た。", "^[Ａ-Ｚ]氏センター長が来た。$")]
    [InlineData("田中社長が来た。", "^[Ａ-Ｚ]氏社長が来た。$")]
    [InlineData("田中副センター長が来た。", "^[Ａ-Ｚ]副センター長が来た。$")]
    [InlineData("田中主任が来た。", "^[Ａ-Ｚ]主任が来た。$")]
    public void A_title_that_begins_as_pseudonyms_end_stands_apart_from_one(string text, string masked) => Assert.Matches(masked, Mask(text).Masked[0]);

    [Fact]
    public void Somebody_with_a_title_has_the_pseudonym_of_the_bare_name()
    {
        (PersonalDataKind, string) Person(string name) => (PersonalDataKind.Person, name);
        var given = Pseudonyms.Of([Person("林委員"), Person("林"), Person("森"), Person("事務局委員")], [], new HashSet<string>(), Secret, PrivacyWords.Default).ToDictionary(p => p.Name, p => p.Text);
        Assert.Equal(given["林"], given["林委員"]);
        Assert.Equal(3, given.Values.Distinct().Count());
        var later = Pseudonyms.Of([Person("林委員")], [new(PersonalDataKind.Person, "林", "Ｋ")], new HashSet<string>(), Secret, PrivacyWords.Default);
        Assert.Equal("Ｋ", later[1].Text);
    }

    [Fact]
    public void Two_with_titles_never_share_a_pseudonym()
    {
        var given = Pseudonyms.Of(
            [(PersonalDataKind.Person, "林委員"), (PersonalDataKind.Person, "林座長"), (PersonalDataKind.Person, "林")], [], new HashSet<string>(), Secret, PrivacyWords.Default);
        Assert.Equal(2, given.Select(p => p.Text).Distinct().Count());
        Assert.Equal(2, given.Where(p => p.Name != "林").Select(p => p.Text).Distinct().Count());
    }

    [Fact]
    public void Numbers_are_told_as_what_they_were()
    {
        var (masked, _) = Mask("連絡先は０３－１２３４－５６７８、メールは a.b@example.jp です。昭和50年3月1日生まれ。");
        Assert.Equal("連絡先は〔電話番号〕、メールは 〔メールアドレス〕 です。〔生年月日〕生まれ。", masked[0]);
    }

    [Fact]
    public void Letters_that_the_texts_use_themselves_go_to_nobody()
    {
        var names = Enumerable.Range(0, 25).Select(i => (PersonalDataKind.Person, "名" + i)).ToList();
        var given = Pseudonyms.Of(names, [], new HashSet<string> { "a" }, Secret, PrivacyWords.Default);
        Assert.DoesNotContain("Ａ", given.Select(p => p.Text));
        Assert.Equal(25, given.Select(p => p.Text).Distinct().Count());
    }

    [Fact]
    public void A_pseudonym_given_once_stands()
    {
        var first = Pseudonyms.Of([(PersonalDataKind.Company, "みどり食品")], [], new HashSet<string>(), Secret, PrivacyWords.Default);
        var second = Pseudonyms.Of(
            [(PersonalDataKind.Company, "あおば物流"), (PersonalDataKind.Company, "みどり食品")], first, new HashSet<string>(), [9], PrivacyWords.Default);
        Assert.Equal(first[0], second[0]);
        Assert.Equal(2, second.Select(p => p.Text).Distinct().Count());
        Assert.All(second, p => Assert.Matches("^[Ａ-Ｚ]社$", p.Text));
    }

    [Fact]
    public void The_letter_of_a_name_that_comes_later_is_not_always_the_last()
    {
        var names = Enumerable.Range(0, 10).Select(i => (PersonalDataKind.Company, $"会社{i:00}")).ToList();
        var first = Pseudonyms.Of(names, [], new HashSet<string>(), Secret, PrivacyWords.Default);
        var last = first.Select(p => p.Text).Max(StringComparer.Ordinal)!;
        var later = Enumerable.Range(10, 20).Select(i => Pseudonyms.Of([(PersonalDataKind.Company, $"会社{i:00}")], first, new HashSet<string>(), Secret, PrivacyWords.Default)[^1].Text).ToList();
        Assert.Contains(later, t => string.CompareOrdinal(t, last) < 0);
        Assert.True(later.Distinct().Count() > 3);
        Assert.Empty(later.Intersect(first.Select(p => p.Text)));
    }

    [Fact]
    public void More_names_than_letters_have_two_letters()
    {
        var names = Enumerable.Range(0, 40).Select(i => (PersonalDataKind.Company, $"会社{i:00}")).ToList();
        var given = Pseudonyms.Of(names, [], new HashSet<string>(), Secret, PrivacyWords.Default);
        Assert.Equal(26, given.Count(p => p.Text.Length == 2));
        Assert.Equal(40, given.Select(p => p.Text).Distinct().Count());
    }

    [Fact]
    public void One_kanji_at_the_end_does_not_say_the_sort_where_a_longer_word_does() =>
        Assert.All(Given([], "就労支援センター花園", "就労支援センター青葉荘", "就労支援センターみずき"), p => Assert.EndsWith("センター", p.Text, StringComparison.Ordinal));

    [Fact]
    public void A_sort_that_fewer_than_three_share_is_told_as_a_neutral_one()
    {
        var first = Given([], "つくし園", "あおば病院", "みどり病院", "もみじセンター", "かえでセンター", "ひのきセンター");
        Assert.Equal(["センター", "センター", "センター", "事業所", "事業所", "事業所"], Sorts(first));

        // One hospital more would be the only one that is told as such; one centre more is one of four.
        var second = Given(first, "くぬぎ病院", "すぎセンター");
        Assert.Equal(first, second.Take(first.Length));
        Assert.Equal(["センター", "事業所"], Sorts(second.Skip(first.Length)));
        Assert.Equal(8, second.Select(p => p.Text).Distinct().Count());

        static IEnumerable<string> Sorts(IEnumerable<Pseudonym> given) => given.Select(p => p.Text[1..]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_order_of_the_names_tells_nothing()
    {
        var names = Enumerable.Range(0, 20).Select(i => (PersonalDataKind.Company, $"会社{i:00}")).ToList();
        var one = Pseudonyms.Of(names, [], new HashSet<string>(), Secret, PrivacyWords.Default);
        var reversed = Pseudonyms.Of(Enumerable.Reverse(names), [], new HashSet<string>(), Secret, PrivacyWords.Default);
        Assert.Equal(one, reversed);
        Assert.NotEqual(names.Select(n => n.Item2), one.Select(p => p.Name));
    }

    [Theory]
    [InlineData(1, "Ａ")]
    [InlineData(26, "Ｚ")]
    [InlineData(27, "ＡＡ")]
    [InlineData(53, "ＢＡ")]
    public void Letters_go_on_after_the_last(int number, string letters) => Assert.Equal(letters, Pseudonyms.Letters(number));

    [Fact]
    public void What_somebody_left_is_not_masked()
    {
        var review = PersonalDataReview.Of([("1", "山田さんが来た。")], [], [new NameDecision(PersonalDataKind.Person, "山田", ReviewDecision.Leave)], PrivacyWords.Default);
        var entry = Assert.Single(review);
        Assert.False(entry.IsMasked);
        Assert.Equal("山田さんが来た。", new Masking(review, [], PrivacyWords.Default).Mask("1", "山田さんが来た。"));
    }

    [Fact]
    public void A_text_that_holds_nothing_stays_as_it_is()
    {
        foreach (var text in HostileText.Table)
        {
            var review = PersonalDataReview.Of([("1", text)], [], [], PrivacyWords.Default);
            var names = Pseudonyms.Of(review.Select(e => (e.Kind, e.Name)), [], new HashSet<string>(), Secret, PrivacyWords.Default);
            var masked = new Masking(review, names, PrivacyWords.Default).Mask("1", text);
            Assert.True(review.IsEmpty == (masked == text));
        }
    }

    [Fact]
    public void A_known_name_goes_before_a_place_in_it()
    {
        const string Text = "みなとむすび川越が答えた。";
        var review = PersonalDataReview.Of([("1", Text)], [(PersonalDataKind.Office, "みなとむすび川越")], [], PrivacyWords.Default);
        var names = Pseudonyms.Of(review.Select(e => (e.Kind, e.Name)), [], new HashSet<string>(), Secret, PrivacyWords.Default);
        Assert.Matches("^[Ａ-Ｚ]事業所が答えた。$", new Masking(review, names, PrivacyWords.Default).Mask("1", Text));
    }

    [Theory]
    [InlineData("林PSWが面談した。", true)]
    [InlineData("担当は林、林主任の二人。", true)]
    [InlineData("林業の実習で、山林と小林さんの畑に行った。", false)]
    public void A_name_of_one_kanji_is_masked_where_it_stands_by_itself_once_somebody_decided_so(string text, bool isMasked)
    {
        var review = PersonalDataReview.Of([("1", text)], [], [new NameDecision(PersonalDataKind.Person, "林", ReviewDecision.Mask)], PrivacyWords.Default);
        var names = Pseudonyms.Of(review.Select(e => (e.Kind, e.Name)), [], new HashSet<string>(), Secret, PrivacyWords.Default);
        var masked = new Masking(review, names, PrivacyWords.Default).Mask("1", text);
        Assert.Equal(!isMasked, masked.Replace("小林", string.Empty, StringComparison.Ordinal).Contains('林', StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_somebody_masks_is_masked_in_every_form_of_its_kanji()
    {
        var review = PersonalDataReview.Of([("1", "高梨と髙梨が来た。")], [], [new NameDecision(PersonalDataKind.Person, "髙梨", ReviewDecision.Mask)], PrivacyWords.Default);
        Assert.Equal(["髙梨", "高梨"], review.Where(e => e.IsMasked && !e.IsOpen).Select(e => e.Name).OrderDescending(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("小 林は来ない。", "^[Ａ-Ｚ]氏は来ない。$")]
    [InlineData("小林と小　林 さ ん の話。", "^([Ａ-Ｚ])氏と\\1 さ ん の話。$")]
    [InlineData("最小 林業", "^最小 林業$")]
    public void A_name_that_somebody_masks_is_masked_with_spaces_in_it_too(string text, string masked)
    {
        var review = PersonalDataReview.Of([("1", text)], [], [new NameDecision(PersonalDataKind.Person, PersonalDataFinder.NameOf("小 林"), ReviewDecision.Mask)], PrivacyWords.Default);
        var names = Pseudonyms.Of(review.Select(e => (e.Kind, e.Name)), [], new HashSet<string>(), Secret, PrivacyWords.Default);
        Assert.Matches(masked, new Masking(review, names, PrivacyWords.Default).Mask("1", text));
    }

    [Theory]
    [InlineData("千葉さんは千葉県内と千葉県で働く。", "千葉県内と千葉県で")]
    [InlineData("パーキンソンさんはパーキンソン病を調べた。", "はパーキンソン病を")]
    [InlineData("ターナーさんはターナー症候群に詳しい。", "はターナー症候群に")]
    [InlineData("石川さんは石川県に住む。", "は石川県に")]
    public void A_place_or_a_disease_with_the_name_of_somebody_stays(string text, string kept)
    {
        var (masked, _) = Mask(text);
        Assert.Contains(kept, masked[0], StringComparison.Ordinal);
        Assert.Matches("^[Ａ-Ｚ]さんは", masked[0]);
    }

    [Theory]
    [InlineData("ウィルソン病の方。", "^[Ａ-Ｚ]氏病の方。$")]
    [InlineData("ウィルソンさんとウィルソン病の方。", "^[Ａ-Ｚ]さんとウィルソン病の方。$")]
    public void A_word_that_somebody_masks_is_masked_in_a_disease_too_unless_somebody_is_called_so(string text, string masked)
    {
        var review = PersonalDataReview.Of([("1", text)], [], [new NameDecision(PersonalDataKind.Person, "ウィルソン", ReviewDecision.Mask)], PrivacyWords.Default);
        var names = Pseudonyms.Of(review.Select(e => (e.Kind, e.Name)), [], new HashSet<string>(), Secret, PrivacyWords.Default);
        Assert.Matches(masked, new Masking(review, names, PrivacyWords.Default).Mask("1", text));
    }

    [Fact]
    public void A_mayor_and_a_hospital_are_masked_by_the_name_of_somebody()
    {
        var (masked, _) = Mask("千葉さんと石井さん。", "千葉市長が石井病院に来た。");
        Assert.DoesNotContain("千葉", masked[1], StringComparison.Ordinal);
        Assert.DoesNotContain("石井", masked[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_leave_after_a_mask_takes_it_back()
    {
        NameDecision Decided(ReviewDecision decision) => new(PersonalDataKind.Person, "ふたば", decision);
        Assert.DoesNotContain(PersonalDataReview.Of([("1", "ふたばの話。")], [], [Decided(ReviewDecision.Mask), Decided(ReviewDecision.Leave)], PrivacyWords.Default), e => e.IsMasked);
    }

    private static ImmutableArray<Pseudonym> Given(ImmutableArray<Pseudonym> before, params string[] offices) =>
        Pseudonyms.Of(offices.Select(o => (PersonalDataKind.Office, o)), before, new HashSet<string>(), Secret, PrivacyWords.Default);

    private static (ImmutableArray<string> Masked, ImmutableArray<ReviewEntry> Review) Mask(params string[] texts)
    {
        var keyed = texts.Select((t, i) => ($"{i}", t)).ToList();
        var review = PersonalDataReview.Of(keyed, [], [], PrivacyWords.Default);
        var names = Pseudonyms.Of(review.Where(e => e.IsMasked).Select(e => (e.Kind, e.Name)), [], new HashSet<string>(), Secret, PrivacyWords.Default);
        var masking = new Masking(review, names, PrivacyWords.Default);
        return ([.. keyed.Select(k => masking.Mask(k.Item1, k.t))], review);
    }
}
