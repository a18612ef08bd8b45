using FeedbackLab.Analysis.Privacy;

namespace FeedbackLab.Analysis.Tests.Privacy;

/// <summary>Names by themselves: beside a word that says who somebody is, in lists, or of somebody who is named in full elsewhere.</summary>
public sealed class RelatedPeopleTests
{
    private static readonly PersonalDataFinder Finder = new(PrivacyWords.Default);

    [Theory]
    [InlineData("支援員のタカハシが休んだ。", "タカハシ")]
    [InlineData("本人（古川）の希望で終えた。", "古川")]
    [InlineData("兄の健二と話せない。", "健二")]
    [InlineData("長女のゆかりが同居した。", "ゆかり")]
    [InlineData("父の正さんと話した。", "正")]
    [InlineData("副センター長の遠山が来た。", "遠山")]
    [InlineData("スタッフ：三宅、黒田、青木（非常勤）が足りない。", "三宅", "黒田", "青木")]
    [InlineData("コバヤシとイトウが来た。", "コバヤシ", "イトウ")]
    [InlineData("岡と谷の二人の職員が辞めた。", "岡", "谷")]
    [InlineData("小鳥遊さんと月見里さんの話。", "小鳥遊", "月見里")]
    [InlineData("「ひだまり」さんと話した。", "ひだまり")]
    public void A_name_by_itself_is_asked_about(string text, params string[] names)
    {
        var found = Finder.Find(text);
        Assert.Equal(names, found.Select(m => m.Name));
        Assert.All(found, m => Assert.True(m.IsDoubtful));
    }

    [Fact]
    public void What_a_label_says_is_a_real_name_is_one() =>
        Assert.Contains(Finder.Find("利用者Ａ（実名：古賀）の話。"), m => m.Name == "古賀" && !m.IsDoubtful);

    [Theory]
    [InlineData("職員の希望と利用者の健康、本人の平和な生活、支援員の質。")]
    [InlineData("父のことと母のために、兄のおかげで、娘のところへ。兄のきょうだいと准中央委員。")]
    [InlineData("本人（男性）と職員（常勤）、担当（パート）、保護者（母）。")]
    [InlineData("スタッフ：常勤、非常勤、パート。利用者：平均二名。")]
    [InlineData("保育士さん、花屋さん、警察官さん、郵便局さん、カナダと日本を比べた。")]
    [InlineData("男と女の二人、兄と姉の二人。")]
    public void Ordinary_words_beside_them_are_no_names(string text) => Assert.Empty(Finder.Find(text));

    [Fact]
    public void The_family_name_of_a_full_name_is_found_elsewhere()
    {
        var review = PersonalDataReview.Of(
            [("1", "今井哲夫さんと平野　一郎さん、千葉太郎さんが来た。"), ("2", "今井は残った。"), ("3", "平野も困る。"), ("4", "千葉は広く、千葉県は遠い。")], [], [], PrivacyWords.Default);
        Assert.Contains(review, e => e.Name == "今井" && !e.IsDoubtful);
        Assert.Contains(review, e => e.Name == "平野" && e.IsOpen);
        Assert.Equal(0, Assert.Single(Assert.Single(review, e => e.Name == "千葉").Places).Mention.Span.Start);
        Assert.True(Assert.Single(review, e => e.Name == "千葉").IsOpen);
    }
}
