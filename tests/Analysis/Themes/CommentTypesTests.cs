using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Themes;

public sealed class CommentTypesTests
{
    [Theory]
    [InlineData("研修の機会を増やしてほしい。", CommentType.Request)]
    [InlineData("早めに知らせていただけると助かる。", CommentType.Request)]
    [InlineData("事例集があると良いと思う。", CommentType.Request)]
    [InlineData("市との話し合いが必要と考える。", CommentType.Request)]
    [InlineData("窓口を一つにするべきである。", CommentType.Request)]
    [InlineData("来年は依頼が急に増えるのではないか。", CommentType.Concern)]
    [InlineData("支援が途切れる恐れがある。", CommentType.Concern)]
    [InlineData("体制が続くか不安を感じる。", CommentType.Concern)]
    [InlineData("担当の交代が多いことが課題である。", CommentType.Issue)]
    [InlineData("日程を合わせるのが難しい。", CommentType.Issue)]
    [InlineData("どの窓口に連絡すればよいのか。", CommentType.Question)]
    [InlineData("ほかの町ではどうしていますか？", CommentType.Question)]
    [InlineData("月に二度、家庭を訪ねている。", CommentType.Fact)]
    public void A_cue_at_the_end_of_a_clause_tells_the_type(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("必要な書類を渡している。")]
    [InlineData("必要に応じて訪ねている。")]
    [InlineData("「早く決めてほしい」と言われた。")]
    [InlineData("『大丈夫ですか？』と声をかけた。")]
    public void Attributes_and_quotations_are_no_cues(string text) =>
        Assert.Equal([CommentType.Fact], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("困っていることはない。")]
    [InlineData("困っていることはないが、記録は続けている。")]
    [InlineData("特に困っていることはありません。")]
    [InlineData("今は困っていない。")]
    [InlineData("引継ぎに問題はありませんでした。")]
    [InlineData("運営に支障はありません。")]
    [InlineData("不安もありません。")]
    public void Trouble_that_is_denied_is_neither_issue_nor_concern(string text) =>
        Assert.Equal([CommentType.Fact], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("困っていても相談できない。", CommentType.Issue)]
    [InlineData("困っていることが多い。", CommentType.Issue)]
    [InlineData("困ることが少なくない。", CommentType.Issue)]
    [InlineData("人が足りないことが問題である。", CommentType.Issue)]
    [InlineData("来年も続けられるか不安である。", CommentType.Concern)]
    public void Trouble_that_is_told_with_another_denial_stays(string text, CommentType expected) =>
        Assert.Contains(expected, CommentTypes.Of(Samples.Comment(text)));

    [Theory]
    [InlineData("講座を夜にも開いてほしいとの意見があった。", CommentType.Request)]
    [InlineData("当番の見直しが必要などの声も多く聞かれた。", CommentType.Request)]
    [InlineData("鍵の受け渡しが難しいといった意見が挙がっている。", CommentType.Issue)]
    [InlineData("駐輪場が手狭で不便という声がありました。", CommentType.Issue)]
    [InlineData("回覧の遅れが課題とのこと。", CommentType.Issue)]
    [InlineData("冬の送迎が心配とのことでした。", CommentType.Concern)]
    [InlineData("予約の締切はいつなのかとの声があった。", CommentType.Question)]
    [InlineData("掲示を増やしてほしいとの声があったとのことです。", CommentType.Request)]
    [InlineData("「広すぎる」「暗い」などの感想があった。", CommentType.Fact)]
    [InlineData("特に困っていることはないとのこと。", CommentType.Fact)]
    [InlineData("掲示を増やしてほしいとの意見はなかった。", CommentType.Fact)]
    [InlineData("花壇の水やりなどを手伝っている。", CommentType.Fact)]
    public void Words_that_only_report_are_taken_off_a_clause(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("庭の鍵を毎朝借りに行かなければならず、遠い。", CommentType.Fact)]
    [InlineData("庭の鍵を毎朝借りに行かなければならず時間がかかる。", CommentType.Issue)]
    [InlineData("もう一度並ばなければならなかった。", CommentType.Fact)]
    [InlineData("もっと早く知らせなければならない。", CommentType.Request)]
    [InlineData("花壇を手伝ってほしいという相談が増えた。", CommentType.Fact)]
    [InlineData("鍵はいつ返せばよいのかという問い合わせが多い。", CommentType.Fact)]
    [InlineData("夜眠れないという相談が増えている。", CommentType.Issue)]
    [InlineData("掲示を増やしてほしいという要望が出た。", CommentType.Request)]
    [InlineData("どちらの鍵が先に要るかという話だと思います。", CommentType.Fact)]
    [InlineData("誰が水をやるのかという問題がある。", CommentType.Issue)]
    [InlineData("どこに返せばよいのかという声がある。", CommentType.Question)]
    public void Whose_wish_or_question_it_is_is_told_by_what_it_hangs_on(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("冬の水やりが課題として残った。", CommentType.Issue)]
    [InlineData("当番の偏りが今後の課題として挙げられる。", CommentType.Issue)]
    [InlineData("大雨がリスクとして挙げられる。", CommentType.Concern)]
    [InlineData("一つの案として残した。", CommentType.Fact)]
    [InlineData("問題として残らない。", CommentType.Fact)]
    [InlineData("札を作り、書き足していくのがよいと思う。", CommentType.Request)]
    [InlineData("水やりは二人でするのが良い。", CommentType.Request)]
    [InlineData("誰とでも話せるのがよい。", CommentType.Fact)]
    [InlineData("すぐに来てくれるのが良い。", CommentType.Fact)]
    [InlineData("静かなのがよかった。", CommentType.Merit)]
    public void What_stands_as_something_and_what_is_good_to_do_is_told(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("掲示の字が読みづらい。", CommentType.Issue)]
    [InlineData("受付で声を掛けにくくなっている。", CommentType.Issue)]
    [InlineData("坂が急で歩きにくいとの声が多い。", CommentType.Issue)]
    [InlineData("申込みの順番に納得しがたい。", CommentType.Issue)]
    [InlineData("窓口では言い難いことがある。", CommentType.Issue)]
    [InlineData("毎月の差し入れがありがたい。", CommentType.Merit)]
    [InlineData("合宿は忘れがたい。", CommentType.Fact)]
    [InlineData("読みづらい字は係が書き直している。", CommentType.Fact)]
    [InlineData("地図は見にくくない。", CommentType.Fact)]
    public void Hard_to_do_is_an_issue_after_any_verb(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("鍵の管理に苦労する。", CommentType.Issue)]
    [InlineData("冬は灯油が不足する。", CommentType.Issue)]
    [InlineData("この当番表でよいのか疑問。", CommentType.Concern)]
    [InlineData("係どうしの説明に食い違い。", CommentType.Issue)]
    [InlineData("説明の食い違いが目立つ。", CommentType.Issue)]
    [InlineData("会場が遠いなどの課題があがった。", CommentType.Issue)]
    [InlineData("参加を断られることが多い。", CommentType.Issue)]
    [InlineData("名簿の整理まで手が回らない。", CommentType.Issue)]
    [InlineData("鍵がどこにあるか分からない。", CommentType.Issue)]
    [InlineData("不足する椅子は隣の部屋から借りている。", CommentType.Fact)]
    [InlineData("説明に食い違いはない。", CommentType.Fact)]
    [InlineData("会場の課題はあがっていない。", CommentType.Fact)]
    [InlineData("鍵を持つのは係か会長のいずれ。", CommentType.Fact)]
    [InlineData("矛盾なく進んでいる。", CommentType.Fact)]
    public void Trouble_ends_a_clause_as_a_verb_and_as_a_noun(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("夜間の照明の強化（が必要）。", CommentType.Request)]
    [InlineData("見回りが必要と考えている（祭りの日、雪の日など）。", CommentType.Request)]
    [InlineData("雪かきが難しい（裏口）、表は済んでいる。", CommentType.Issue)]
    [InlineData("見回りは週に一度（雪の日は行けないことが課題である）。", CommentType.Issue)]
    [InlineData("毎月集まっている（家族関係の問題）。", CommentType.Fact)]
    [InlineData("係（人手が不足）で分担している。", CommentType.Fact)]
    public void A_bracket_at_the_end_is_looked_into_or_taken_off(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("鍵の複製をお願いいたします。", CommentType.Request)]
    [InlineData("掲示を大きくしていただけないか。", CommentType.Request)]
    [InlineData("掲示を大きくしていただけますか？", CommentType.Request)]
    [InlineData("集まりを年に二度にしてはどうか。", CommentType.Request)]
    [InlineData("集まりを年に二度にしてはどうでしょうか。", CommentType.Request)]
    [InlineData("早めに知らせていただければ。", CommentType.Request)]
    [InlineData("見回りが必要でした。", CommentType.Request)]
    [InlineData("名簿が探せず記入できませんでした。", CommentType.Issue)]
    [InlineData("鍵の管理が課題でした。", CommentType.Issue)]
    [InlineData("打合せの時間がありませんでした。", CommentType.Issue)]
    [InlineData("雪の日が心配でした。", CommentType.Concern)]
    [InlineData("来年は会場が足りなくなるのではないか？", CommentType.Concern)]
    [InlineData("知らせていただければ、係が向かっている。", CommentType.Fact)]
    [InlineData("昨年の参加は十名でした。", CommentType.Fact)]
    [InlineData("休みはありませんでした。", CommentType.Fact)]
    [InlineData("駐輪場についてはどうですか。", CommentType.Question)]
    [InlineData("なぜ開けてもらえないのか。", CommentType.Question)]
    public void Polite_past_and_asking_forms_are_cues_too(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("見回りが必要ではないか。", CommentType.Request)]
    [InlineData("見回りを増やすべきではないでしょうか。", CommentType.Request)]
    [InlineData("早めの掲示が望ましいのではないかと思う。", CommentType.Request)]
    [InlineData("会場を分けた方がよいのではないか？", CommentType.Request)]
    [InlineData("混み合いの解消につながるのではないかと思います。", CommentType.Request)]
    [InlineData("混み合いにつながるのではないか。", CommentType.Concern)]
    [InlineData("見回りが要らなくなるのではないか。", CommentType.Concern)]
    [InlineData("夜の見回りは必要ではない。", CommentType.Fact)]
    public void A_doubt_about_what_is_wished_is_a_request(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("当番の日程がなかなか組めない。", CommentType.Issue)]
    [InlineData("雨の日は裏口から入れず、並んで待っている。", CommentType.Issue)]
    [InlineData("一人では荷物を運べませんでした。", CommentType.Issue)]
    [InlineData("朝の集まりに来られない人がいる。", CommentType.Issue)]
    [InlineData("頼んでも代わりを出してもらえない。", CommentType.Issue)]
    [InlineData("鍵を預けざるを得ない。", CommentType.Issue)]
    [InlineData("荷物を運びきれない。", CommentType.Issue)]
    [InlineData("話を聞ける係がいない。", CommentType.Issue)]
    [InlineData("係が一人しかおらず、休みが取りにくい。", CommentType.Issue)]
    [InlineData("断るしかない。", CommentType.Issue)]
    [InlineData("鍵はかけないことになっている。", CommentType.Fact)]
    [InlineData("雨の日は出かけない。", CommentType.Fact)]
    [InlineData("会場は変えずに続けている。", CommentType.Fact)]
    [InlineData("名簿には載せていない。", CommentType.Fact)]
    [InlineData("荷物を運べないわけではない。", CommentType.Fact)]
    [InlineData("雨かもしれないが、いつもの場所に集まる。", CommentType.Concern)]
    [InlineData("火をつけてはならない。", CommentType.Fact)]
    [InlineData("当番を決めなければならない。", CommentType.Request)]
    [InlineData("一概には言えない。", CommentType.Fact)]
    [InlineData("運べないことはない。", CommentType.Fact)]
    [InlineData("それは得がたい。", CommentType.Fact)]
    [InlineData("順番に違いがない。", CommentType.Fact)]
    [InlineData("課題が少ない。", CommentType.Fact)]
    [InlineData("椅子が見つからず自宅から運んだ。", CommentType.Issue)]
    [InlineData("必ず毎月集まっている。", CommentType.Fact)]
    [InlineData("問題なく毎月集まっている。", CommentType.Fact)]
    [InlineData("雨でなく雪の日に集まる。", CommentType.Fact)]
    [InlineData("しかし変えていない。", CommentType.Fact)]
    public void What_one_cannot_do_is_an_issue(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("順番がはっきりせず困る。", CommentType.Issue)]
    [InlineData("椅子を並べるのが大変で、毎回遅くなる。", CommentType.Issue)]
    [InlineData("二階まで運ぶのは正直きつい。", CommentType.Issue)]
    [InlineData("開始に間に合わない日がある。", CommentType.Issue)]
    [InlineData("一人欠けると回らない。", CommentType.Issue)]
    [InlineData("鍵の受け渡しに時間がかかってしまう。", CommentType.Issue)]
    [InlineData("当番を断られてばかりです。", CommentType.Issue)]
    [InlineData("説明が長すぎる。", CommentType.Issue)]
    [InlineData("名簿が更新されていないことが多いと思います。", CommentType.Issue)]
    [InlineData("片付けどころではなくなる。", CommentType.Issue)]
    [InlineData("来る人が少なくなった。", CommentType.Issue)]
    [InlineData("順番は係によってばらばらだ。", CommentType.Issue)]
    [InlineData("開始に間に合う。", CommentType.Fact)]
    [InlineData("椅子は足りている。", CommentType.Fact)]
    [InlineData("困らないように準備している。", CommentType.Fact)]
    [InlineData("足りない椅子は借りている。", CommentType.Fact)]
    [InlineData("困ることはないと思います。", CommentType.Fact)]
    [InlineData("三年が過ぎた。", CommentType.Fact)]
    [InlineData("大変多くの人が来た。", CommentType.Fact)]
    [InlineData("無理なく続けている。", CommentType.Fact)]
    public void Trouble_is_told_in_any_form_of_its_word(string text, CommentType expected) =>
        Assert.Contains(expected, CommentTypes.Of(Samples.Comment(text)));

    [Theory]
    [InlineData("冬の見回りのことを考えると不安になる。", CommentType.Concern)]
    [InlineData("雪の日を前に不安を募らせている。", CommentType.Concern)]
    [InlineData("夜の坂道がとにかく怖い。", CommentType.Concern)]
    [InlineData("鍵を任される自信がない。", CommentType.Concern)]
    [InlineData("いつ倒れるかとひやひやしている。", CommentType.Concern)]
    [InlineData("鍵を無くしかねない。", CommentType.Concern)]
    [InlineData("係の負担にならないかと思う。", CommentType.Concern)]
    [InlineData("このまま続けられるか分からない。", CommentType.Concern)]
    [InlineData("当番まで減らすのはどうなのか。", CommentType.Concern)]
    [InlineData("順番に疑問を感じた。", CommentType.Issue)]
    [InlineData("夜道も怖くない。", CommentType.Fact)]
    [InlineData("鍵を任される自信がある。", CommentType.Fact)]
    [InlineData("決めかねている。", CommentType.Issue)]
    public void Fear_is_told_in_any_form_of_its_word(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("掲示の目安を示されたい。", CommentType.Request)]
    [InlineData("鍵の受け渡しは何とかならないか。", CommentType.Request)]
    [InlineData("もう少し早く開けられないものか。", CommentType.Request)]
    [InlineData("掲示を大きくしてほしいのだが。", CommentType.Request)]
    [InlineData("ご配慮願います。", CommentType.Request)]
    [InlineData("見回りの充実を望む。", CommentType.Request)]
    [InlineData("掲示があると心強い。", CommentType.Request)]
    [InlineData("早めに知らせてもらえると安心です。", CommentType.Request)]
    [InlineData("当番の線引きが知りたい。", CommentType.Question)]
    [InlineData("締切は？", CommentType.Question)]
    [InlineData("鍵の複製は予約できますか。", CommentType.Question)]
    [InlineData("空いている部屋はありませんか。", CommentType.Question)]
    [InlineData("見回りが必要ですが、去年からは休んでいる。", CommentType.Fact)]
    [InlineData("見回りが必要な人がいる。", CommentType.Fact)]
    [InlineData("係に協力を求め、日程を決めた。", CommentType.Fact)]
    [InlineData("見回りを希望している。", CommentType.Fact)]
    [InlineData("見回りを増やすかどうか。", CommentType.Fact)]
    public void A_wish_is_told_in_any_form_of_its_word(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("当番を代わってもらえて助かっている。", CommentType.Merit)]
    [InlineData("夜も明るくて安心できる。", CommentType.Merit)]
    [InlineData("昨年の表が役立っています。", CommentType.Merit)]
    [InlineData("声をかけてもらえて、ありがたかった。", CommentType.Merit)]
    [InlineData("隣の会とも知り合えてよかった。", CommentType.Merit)]
    [InlineData("当番の負担が減った。", CommentType.Merit)]
    [InlineData("一人で鍵を開けられるようになった。", CommentType.Merit)]
    [InlineData("鍵の受け渡しが楽になった。", CommentType.Merit)]
    [InlineData("役に立っていない。", CommentType.Issue)]
    [InlineData("安心できない。", CommentType.Concern)]
    [InlineData("早く知らせればよかった。", CommentType.Request)]
    [InlineData("当番を減らしたら助かる。", CommentType.Request)]
    [InlineData("一人で鍵を開けられなくなった。", CommentType.Issue)]
    [InlineData("一人で鍵を開けるようになった。", CommentType.Fact)]
    [InlineData("外で待っていてもよい。", CommentType.Fact)]
    public void Merit_is_told_as_a_fact(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("課題", "会場が足りなくなるのではないか。", CommentType.Concern)]
    [InlineData("課題", "予約の締切はいつなのか。", CommentType.Question)]
    [InlineData("困っていること", "掲示を大きくしてほしい。", CommentType.Request)]
    [InlineData("メリット", "鍵の受け渡しが難しい。", CommentType.Issue)]
    [InlineData("課題", "鍵の受け渡し。", CommentType.Issue)]
    [InlineData("メリット", "月に二度、庭を掃いている。", CommentType.Merit)]
    public void The_heading_tells_only_what_the_comment_does_not(string heading, string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text, attributes: new CommentAttribute(CommentAttribute.Heading, heading))).AsEnumerable());

    [Theory]
    [InlineData("メリット", CommentType.Merit)]
    [InlineData("＜メリット＞", CommentType.Merit)]
    [InlineData("デメリット・課題", CommentType.Issue)]
    [InlineData("引き継ぎを円滑にするために必要なこと", CommentType.Request)]
    [InlineData("引継ぎについて改善してほしいこと", CommentType.Request)]
    [InlineData("市への要望", CommentType.Request)]
    [InlineData("ご意見・ご要望", CommentType.Fact)]
    [InlineData("課題と要望", CommentType.Fact)]
    [InlineData("課題", CommentType.Issue)]
    [InlineData("メリット・デメリット", CommentType.Fact)]
    public void The_heading_tells_merit_and_issue(string heading, CommentType expected) =>
        Assert.Equal(
            [expected],
            CommentTypes.Of(Samples.Comment("月に二度、家庭を訪ねている。", attributes: new CommentAttribute(CommentAttribute.Heading, heading))).AsEnumerable());

    [Theory]
    [InlineData("設問1　連携して良かったこと", CommentType.Merit)]
    [InlineData("設問2　困っていること", CommentType.Issue)]
    [InlineData("連携の現状と課題", CommentType.Fact)]
    [InlineData("設問3　その他", CommentType.Fact)]
    public void The_question_tells_merit_and_issue_too(string question, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment("月に二度、家庭を訪ねている。", question: question)).AsEnumerable());

    [Fact]
    public void The_word_merit_in_the_text_is_no_cue() =>
        Assert.DoesNotContain(CommentType.Merit, CommentTypes.Of(Samples.Comment("メリットを感じていない。")));

    [Fact]
    public void One_comment_can_be_several_types() =>
        Assert.Equal(
            [CommentType.Request, CommentType.Concern],
            CommentTypes.Of(Samples.Comment("依頼が増えるのではと危惧する。職員を増やしてほしい。")).AsEnumerable());

    [Fact]
    public void Any_text_has_a_type() =>
        Assert.All(HostileText.Table, text => Assert.NotEmpty(CommentTypes.Of(Samples.Comment(text))));

    [Theory]
    [InlineData("ない")]
    [InlineData("です")]
    [InlineData("のではないかと思う")]
    [InlineData("との声があった")]
    [InlineData("がある")]
    [InlineData("「")]
    [InlineData("「あ」")]
    [InlineData("(")]
    [InlineData("あ)")]
    [InlineData("しか")]
    [InlineData("漢字カナ")]
    [InlineData("困る、")]
    [InlineData("か")]
    public void A_long_text_is_read_in_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
        string[] texts = [text, "あ" + text, text + "と思う", text + "がある", new string('「', 100_000) + text, text + new string('」', 100_000)];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.All(texts, t => Assert.NotEmpty(CommentTypes.Of(Samples.Comment(t))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed} for six texts of two to three hundred thousand characters.");
    }
}
