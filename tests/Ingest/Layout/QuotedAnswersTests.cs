using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class QuotedAnswersTests
{
    [Fact]
    public void Quotations_with_who_said_them_are_answers_under_any_heading()
    {
        var corpus = Folder.Read("a.txt", "Ⅲ　自由意見のまとめ\n\n１　窓口について（３件）\n　「待ち時間の表示がほしい。」（40代女性）\n　「番号が聞こえにくい。」（70代男性）\n　「特になし」（20代男性）\n２　駐車場について（２件）\n　「線が消えている。」（50代女性）\n　「狭い。」（30代・男性）\n");

        Assert.Equal(["窓口について（３件）", "窓口について（３件）", "駐車場について（２件）", "駐車場について（２件）"], corpus.Comments.Select(c => c.Question));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(corpus.LeftOut).Reason);
    }

    [Fact]
    public void One_numbered_list_with_nothing_to_say_in_it_is_a_list_of_answers()
    {
        var corpus = Folder.Read("a.txt", "1. 駅のホームが狭い。\n2. 特になし\n3. トイレ\n4. 2023年から待っている。\n5. なし\n");

        Assert.Equal(["駅のホームが狭い。", "トイレ", "2023年から待っている。"], corpus.Comments.Select(c => c.Text));
        Assert.Equal(2, corpus.LeftOut.Length);
    }

    [Fact]
    public void One_numbered_list_alone_is_prose() =>
        Assert.Empty(Folder.Read("a.txt", "1. 駅のホームを広げる。\n2. トイレを直す。\n3. 椅子を置く。\n").Comments);

    [Fact]
    public void Sentences_below_the_questions_of_quoted_words_are_answers()
    {
        var corpus = Folder.Read("a.txt", "令和5年度 利用者の声\n\n問1　良かったこと\n職員がやさしい。\nごはんがおいしい。\n問2　困ったこと\nない\nおふろがさむい。\n問3　してみたいこと\nえいが\nとくにない\n");

        Assert.Equal(
            [("良かったこと", "職員がやさしい。"), ("良かったこと", "ごはんがおいしい。"), ("困ったこと", "おふろがさむい。"), ("してみたいこと", "えいが")],
            corpus.Comments.Select(c => (c.Question, c.Text)));
        Assert.Equal(["困ったこと", "してみたいこと"], corpus.LeftOut.Where(l => l.Reason == LeftOutReason.NothingToSay).Select(l => l.Question));
    }

    [Theory]
    [InlineData("調査報告書\n自由意見\n（１）移動について（３件）\n○　駅が遠く、坂が多い。\n（30代・男性）\n○　車が少ない。（40代・女性）\n（２）就労について\n○　会社が少ない。（30代・男性）\n○　面接が苦手だ。\n（40代・女性）")]
    [InlineData("調査報告書\nⅣ　自由意見\n（１）移動について（３件）\n○　駅が遠く、坂が多い。（30代・男性）\n○　車が少ない。（40代・女性）\n（２）就労について\n○　会社が少ない。（30代・男性）\n○　面接が苦手だ。（40代・女性）")]
    [InlineData("調査報告書\n自由意見\n主なものは次のとおりである。\n（１）移動について（３件）\n○\n\n駅が遠く、坂が多い。（30代・男性）\n\n○\n\n車が少ない。（40代・女性）\n\n（２）就労について\n○\n\n会社が少ない。（30代・男性）\n\n○\n\n面接が苦手だ。（40代・女性）")]
    public void Sections_of_quoted_answers_are_read_alike(string text)
    {
        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(
            [("移動について", "駅が遠く、坂が多い。（30代・男性）"), ("移動について", "車が少ない。（40代・女性）"), ("就労について", "会社が少ない。（30代・男性）"), ("就労について", "面接が苦手だ。（40代・女性）")],
            corpus.Comments.Select(c => (c.Attributes.Single(a => a.Name == CommentAttribute.Heading).Value.Replace("（３件）", string.Empty, StringComparison.Ordinal), c.Text)));
        Assert.All(corpus.Comments, c => Assert.Equal((null, "自由意見"), (c.Respondent, c.Question)));
    }

    [Fact]
    public void Bullets_that_say_what_kind_of_person_said_them_are_quoted_under_any_heading()
    {
        var corpus = Folder.Read("a.txt", "調査報告書\n\n（１）移動について\n・駅が遠い。（40代・女性）\n・坂が多い。（50代・女性）\n（２）就労について\n・面接が苦手だ。（30代・男性）");

        Assert.Equal(["移動について", "移動について", "就労について"], corpus.Comments.Select(c => c.Question));
    }

    [Fact]
    public void Neighbouring_quotations_are_a_comment_each_and_nothing_to_say_is_none()
    {
        var corpus = Folder.Read("a.txt", "暮らしのアンケート　自由意見（抜粋）\n\n◆交通について\n「バスが一時間に一本もなく、病院に行くのに一日がかりです。」（70代女性、山手地区）\n「免許を返した後の足がない。」（80代男性、海岸地区）\n◆医療について\n「夜に診てくれる所が遠い。」（30代女性、中央地区）\n「特になし」（40代男性、中央地区）");

        Assert.Equal(["交通について", "交通について", "医療について"], corpus.Comments.Select(c => c.Attributes.Single().Value));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(corpus.LeftOut).Reason);
    }

    [Fact]
    public void A_line_above_answers_that_says_what_kind_of_person_gives_them_stands_with_them()
    {
        var corpus = Folder.Read("a.txt", "アンケート　自由意見\n\n（30代・男性）\nバスが少ない。\n\n（40代・女性）\n駅が遠い。\n");

        Assert.Equal([("（30代・男性）", "バスが少ない。"), ("（40代・女性）", "駅が遠い。")], corpus.Comments.Select(c => (c.Attributes.Single().Value, c.Text)));
    }

    [Theory]
    [InlineData("1. 仕事の単価が上がらない。\n2. 特になし\n3. 車いす用のトイレ\n4. 駐車場が狭い。")]
    [InlineData("１　仕事の単価が上がらない。\n２　特になし\n３　車いす用のトイレ\n４　駐車場が狭い。")]
    public void Numbers_that_count_on_are_one_list_whatever_is_short_in_it(string list)
    {
        var corpus = Folder.Read("a.txt", "アンケート　自由記述\n\n" + list);

        Assert.Equal(["仕事の単価が上がらない。", "車いす用のトイレ", "駐車場が狭い。"], corpus.Comments.Select(c => c.Text));
        Assert.All(corpus.Comments, c => Assert.Equal("アンケート自由記述", c.Question));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(corpus.LeftOut).Reason);
    }

    [Fact]
    public void Numbered_opinions_stand_under_their_headings()
    {
        var corpus = Folder.Read("a.txt", "学校評価委員会　意見一覧\n\n1　学習について\n(1) 手引きがわかりやすい。\n(2) 机が低い。\n2　その他\n(1) 更新が遅い。\n");

        Assert.Equal([("学習について", "手引きがわかりやすい。"), ("学習について", "机が低い。"), ("その他", "更新が遅い。")], corpus.Comments.Select(c => (c.Question, c.Text)));
    }

    [Fact]
    public void A_list_of_short_answers_without_full_stops_is_a_list()
    {
        var corpus = Folder.Read("a.txt", "連絡会アンケート　自由意見\n\n1 送迎の車が足りない\n2 職員が足りない\n3 特になし\n4 研修を増やしてほしい\n");

        Assert.Equal(["送迎の車が足りない", "職員が足りない", "研修を増やしてほしい"], corpus.Comments.Select(c => c.Text));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(corpus.LeftOut).Reason);
    }

    [Fact]
    public void Ages_above_answers_head_them_and_answer_nothing()
    {
        var corpus = Folder.Read("a.txt", "自由記述\n\n10代\n・勉強の場所がほしい。\n20代\n・仕事を探している。\n30代以上\n・特になし\n");

        Assert.Equal([(null, "10代"), (null, "20代")], corpus.Comments.Select(c => (c.Respondent, c.Attributes.Single().Value)));
    }

    [Fact]
    public void What_was_replied_to_quoted_opinions_is_no_opinion()
    {
        var corpus = Folder.Read("a.txt", "市長への手紙（抜粋）\n\n1　道路のこと\n　家の前の道路に穴があいています。早く直してください。\n（回答）\n　現地を確認し、補修しました。\n\n2　ごみのこと\n　収集が遅い日があります。\n（回答）\n　業者に伝えました。\n");

        Assert.Equal(["家の前の道路に穴があいています。早く直してください。", "収集が遅い日があります。"], corpus.Comments.Select(c => c.Text));
        Assert.Equal(["現地を確認し、補修しました。", "業者に伝えました。"], corpus.LeftOut.Select(l => l.Text));
        Assert.Contains("2か所", Assert.Single(corpus.Problems).What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("（30代・男性）", true)]
    [InlineData("（30 代 男性 会社員）", true)]
    [InlineData("(70代女性、山手地区)", true)]
    [InlineData("（山手地区・80歳・女性）", true)]
    [InlineData("（母、40代）", true)]
    [InlineData("（女性センター）", false)]
    [InlineData("（男性が多い）", false)]
    [InlineData("（みさき市）", false)]
    [InlineData("（参加者）", false)]
    public void Brackets_tell_what_kind_of_person_speaks_by_age_or_sex(string brackets, bool tell) => Assert.Equal(tell, FeedbackLab.Ingest.Layout.Attributions.IsAlone(brackets));

    [Fact]
    public void How_many_said_so_may_stand_behind_a_heading_in_brackets()
    {
        var corpus = Folder.Read("a.txt", "自由記述の結果\n\n＜送迎について＞（15件）\n・朝が早すぎる。\n・土曜日も送迎してほしい。（同様３件）\n＜食事について＞（４件）\n・おいしい。\n");

        Assert.Equal([("送迎について", "朝が早すぎる。"), ("送迎について", "土曜日も送迎してほしい。（同様３件）"), ("食事について", "おいしい。")], corpus.Comments.Select(c => (c.Attributes.Single().Value, c.Text)));
    }
}
