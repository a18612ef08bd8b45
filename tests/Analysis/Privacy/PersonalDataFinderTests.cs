using FeedbackLab.Analysis.Privacy;
using Xunit.Sdk;

namespace FeedbackLab.Analysis.Tests.Privacy;

/// <summary>Measured on sentences of our own in which what points at somebody is marked; docs/methods/privacy.md says how they came about.</summary>
public sealed class PersonalDataFinderTests
{
    private static readonly PersonalDataFinder Finder = new(PrivacyWords.Default);

    [Theory]
    [InlineData("利用者さんとお母さん、職員さんに話した。")]
    [InlineData("同様に多様な仕様の様子を見た。委員会と会長会。")]
    [InlineData("Ａさん、B社、Ｃセンター、K氏の事例。")]
    [InlineData("厚生労働省、千葉県、関東のハローワークと就労移行支援事業所、当センター。")]
    [InlineData("家族でゆっくりできる施設がある。北海道旅行に行きたい。スマートフォンを毎日使う。")]
    [InlineData("「在職者交流会」と「企業見学会」を開いた。職場のみなさんと事業所のなかで話す。")]
    [InlineData("令和3年4月1日、第12条第3号、3年6か月、手帳を取得。")]
    [InlineData("日常生活圏域と障害保健福祉圏域、隣接圏域、各圏域で話した。")]
    [InlineData("LINE WORKSで連絡し、製造ラインのNo.3とB2で働く。X社のkiroku_2024.xlsxを見た。1個@500円。")]
    [InlineData("療育手帳B1の方が3名、手帳2級 25歳、手帳120人。5月12日に開いた。二〇二三年十月一日から。")]
    [InlineData("2.5.3版、0.12.345、01.04.2024、10・20・30人、kiroku.docxとmap.js、3.jpgを見た。")]
    [InlineData("図2-3、表1-2、問1-2、令和5-6年度、週2-3回、月2-3日、手帳1-2級、第3-2号、資料2-1、職員2-3名。各市町村と関係市町、見本市、朝市、同市。")]
    [InlineData("櫻の咲く公園、國の制度、高い橋。")]
    [InlineData("4か月のあいだ契約だけが残り、休職のあいだ相談にのった。")]
    [InlineData("知らせてくれた会社は18社で、うち15社にはひと月のうちに行った。うち3事業所とのべ20事業所、あと2施設が休み。")]
    [InlineData("身近な事業所どうしで、相談室どうしの集まり。良い事業所かどうかを見分ける。会社そのもの、病院さがし、作業所まかせ。")]
    [InlineData("自立（GH・通勤寮）を促す。はい事業所です。いい会社だと、いいホテルはない。")]
    [InlineData("ホテルでゆっくりしたい。サービスしてくれる会社。施設なんかありますか。システムとなっていた。センターかもしれない。")]
    [InlineData("コラボした製品。その職員を呼ぶ。特例子会社見学会に出る。館内は暖かい。停車駅と、それなら駅の近く、なければ駅から歩く。")]
    [InlineData("【結  果】三つの班。日　時は追って。")]
    [InlineData("About 会社 and the like.")]
    [InlineData("About いじめ, センター and the like. Because 会社. Together センター.")]
    public void What_points_at_nobody_is_not_found(string text) => Assert.Empty(Finder.Find(text));

    [Theory]
    [InlineData("泉質を知りたい。")]
    [InlineData("まずは牛タン、次に海の物。")]
    [InlineData("QZ学園の話。")]
    public void What_may_be_an_ordinary_word_is_put_up_for_review(string text) => Assert.All(Finder.Find(text), m => Assert.True(m.IsDoubtful));

    [Theory]
    [InlineData("あだ名は「ポン太」です。", "ポン太", PersonalDataKind.Person)]
    [InlineData("けんけんというあだ名の同僚。", "けんけん", PersonalDataKind.Person)]
    [InlineData("サトシは悪くない。", "サトシ", PersonalDataKind.Person)]
    [InlineData("こもれびの家の世話人。", "こもれびの家", PersonalDataKind.Office)]
    [InlineData("青鳥特支の卒業生。", "青鳥特支", PersonalDataKind.Office)]
    [InlineData("ワークステップ石積・件数", "ワークステップ石積", PersonalDataKind.Office)]
    [InlineData("ワークステップ石積・分室", "ワークステップ石積・分室", PersonalDataKind.Office)]
    public void What_may_name_somebody_is_put_up_for_review(string text, string name, PersonalDataKind kind) =>
        Assert.Contains(Finder.Find(text), m => m.Kind == kind && text[m.Span.Start..m.Span.End] == name);

    [Fact]
    public void The_end_of_a_longer_word_in_katakana_is_no_company() => Assert.DoesNotContain(Finder.Find("息子はレノックス・ガストー症候群です。"), m => m.Kind == PersonalDataKind.Company);

    [Theory]
    [InlineData("令和7年度 しごと相談センター みずうみ 年次報告書", "しごと相談センター みずうみ")]
    [InlineData("わかくさ第2作業所に通う。", "わかくさ第2作業所")]
    [InlineData("就労支援センターとちの実で会う。", "就労支援センターとちの実")]
    [InlineData("生活支援センターかざぐるまの人。", "生活支援センターかざぐるま")]
    [InlineData("権利擁護センターひばり、あおば作業所。", "権利擁護センターひばり")]
    public void An_office_is_found_whole(string text, string name) => Assert.Contains(Finder.Find(text), m => text[m.Span.Start..m.Span.End] == name);

    [Theory]
    [InlineData("汐匝圏域では移行支援事業所が密に連携している。", "汐匝")]
    [InlineData("会議は習志野圏域と汐匝圏域で開いた。", "汐匝")]
    [InlineData("石積・榎里の二圏域で開いた。", "榎里")]
    [InlineData("会議は、榎里・汐匝地域で開いた。", "汐匝")]
    public void A_district_is_found_though_the_dictionary_does_not_know_it(string text, string name) =>
        Assert.Contains(Finder.Find(text), m => m.Kind == PersonalDataKind.Locality && text[m.Span.Start..m.Span.End] == name);

    [Theory]
    [InlineData("青嶺市に住む。", "青嶺市")]
    [InlineData("東青嶺市に住む。", "東青嶺市")]
    [InlineData("千葉県青嶺市に住む。", "青嶺市")]
    [InlineData("本年度青嶺市で開く。", "青嶺市")]
    [InlineData("竜門市から来た。", "竜門市")]
    [InlineData("葛城野市に住む。", "葛城野市")]
    [InlineData("柿渡市本町3丁目5番地7号に住む。", "柿渡市本町3丁目5番地7号")]
    [InlineData("大網白里市大網115-2 サンハイツ201の方。", "大網白里市大網115-2 サンハイツ201")]
    [InlineData("青嶺市大網115-2に住む。", "青嶺市大網115-2")]
    [InlineData("府中市宮西町2-24の自宅。", "府中市宮西町2-24")]
    [InlineData("住所は柏崎2-3-4です。", "柏崎2-3-4")]
    [InlineData("住所は柏崎2-3です。", "柏崎2-3")]
    [InlineData("笹ヶ原市に住む。", "笹ヶ原市")]
    [InlineData("国立市の窓口。", "国立市")]
    [InlineData("八丈島の病院。", "八丈島")]
    public void A_municipality_or_an_address_is_found_from_its_first_character_on(string text, string written) =>
        Assert.Contains(Finder.Find(text), m => m.Kind == PersonalDataKind.Locality && text[m.Span.Start..m.Span.End] == written);

    [Fact]
    public void The_word_before_a_telephone_is_no_part_of_an_address() =>
        Assert.Equal([PersonalDataKind.Phone], Finder.Find("母の携帯090-4417-2260と話した。").Select(m => m.Kind));

    [Theory]
    [InlineData("髙山さんと山﨑さん", "髙山", "山﨑")]
    [InlineData("𠮷本さんは濵口課長と話した。", "𠮷本", "濵口")]
    [InlineData("😀德島さんと土𠮷様", "德島", "土𠮷")]
    [InlineData("辻󠄀さんと渡邉󠄂さん", "辻󠄀", "渡邉󠄂")]
    public void A_family_name_is_found_whole_in_kanji_that_the_dictionary_knows_in_another_form(string text, string first, string second)
    {
        var found = Finder.Find(text).Where(m => m.Kind == PersonalDataKind.Person).ToList();
        Assert.Equal([first, second], found.Select(m => text[m.Span.Start..m.Span.End]));
        Assert.Equal([PersonalDataFinder.NameOf(first), PersonalDataFinder.NameOf(second)], found.Select(m => m.Name));
    }

    [Fact]
    public void A_given_name_is_found_to_its_end_where_the_dictionary_knows_only_its_beginning() =>
        Assert.Contains(Finder.Find("中島翔平の欠勤が続く。"), m => m.Name == "中島翔平" && !m.IsDoubtful);

    [Theory]
    [InlineData("愛の手帳３度（第６１２０号）", "第６１２０号", PersonalDataKind.Number)]
    [InlineData("精神保健福祉手帳1級 No.52-018", "No.52-018", PersonalDataKind.Number)]
    [InlineData("療育手帳Ｂ２、第1192号", "第1192号", PersonalDataKind.Number)]
    [InlineData("平6年2月3日うまれ", "平6年2月3日", PersonalDataKind.BirthDate)]
    [InlineData("誕生日が2月3日の方", "2月3日", PersonalDataKind.BirthDate)]
    [InlineData("〇八〇－一一二二－三三四四へ", "〇八〇－一一二二－三三四四", PersonalDataKind.Phone)]
    [InlineData("LINEのIDはyuzu_77です", "yuzu_77", PersonalDataKind.Account)]
    [InlineData("@sora.no に投稿", "@sora.no", PersonalDataKind.Account)]
    [InlineData("相手はtaka_taro9という", "taka_taro9", PersonalDataKind.Account)]
    [InlineData("連絡は080.1234.5678へ", "080.1234.5678", PersonalDataKind.Phone)]
    [InlineData("０８０・１２３４・５６７８です", "０８０・１２３４・５６７８", PersonalDataKind.Phone)]
    [InlineData("03.1234.5678。", "03.1234.5678", PersonalDataKind.Phone)]
    [InlineData("メールはtanaka[at]example.jpです", "tanaka[at]example.jp", PersonalDataKind.Mail)]
    [InlineData("hanako.y (アット) mail.example [dot] jp へ", "hanako.y (アット) mail.example [dot] jp", PersonalDataKind.Mail)]
    [InlineData("yuki.t アットマーク mail ドット com へ", "yuki.t アットマーク mail ドット com", PersonalDataKind.Mail)]
    [InlineData("口座は普通 2345678", "2345678", PersonalDataKind.Number)]
    [InlineData("車は 青嶺 580 あ 12-34 です", "青嶺 580 あ 12-34", PersonalDataKind.Number)]
    [InlineData("HPはhibari-center.jpです", "hibari-center.jp", PersonalDataKind.Mail)]
    [InlineData("ＨＰはｗｗ.ｅｘａｍｐｌｅ.com/soudan です", "ｗｗ.ｅｘａｍｐｌｅ.com/soudan", PersonalDataKind.Mail)]
    public void Numbers_dates_and_accounts_are_found_beside_their_labels(string text, string written, PersonalDataKind kind)
    {
        var mention = Assert.Single(Finder.Find(text), m => m.Kind == kind);
        Assert.Equal(written, text[mention.Span.Start..mention.Span.End]);
    }

    // Each repetition could be read in two ways: two to the power of two hundred ways in all.
    [Theory]
    [InlineData("療育手帳A", "で、")]
    [InlineData("療育手帳A", "番号:")]
    [InlineData("受給者証番号", ":")]
    public void Words_repeated_behind_a_label_are_read_once(string label, string word) =>
        Assert.DoesNotContain(Finder.Find(label + string.Concat(Enumerable.Repeat(word, 200)) + "かも"), m => m.Kind == PersonalDataKind.Number);

    [Fact]
    public void Spans_are_those_of_the_untouched_text()
    {
        const string Text = "ﾀﾅｶさんは㈱みどり食品（０３－１２３４－５６７８）";
        var found = Finder.Find(Text);
        Assert.Equal("ﾀﾅｶ", Text[found[0].Span.Start..found[0].Span.End]);
        Assert.Contains(found, m => Text[m.Span.Start..m.Span.End] == "０３－１２３４－５６７８");
    }

    [Fact]
    public void Mentions_are_in_order_and_do_not_overlap()
    {
        foreach (var text in HostileText.Table.Concat(MarkedSentence.Read("sentences.txt").Select(s => s.Text)))
        {
            var end = 0;
            foreach (var mention in Finder.Find(text))
            {
                Assert.True(mention.Span.Start >= end && mention.Span.End > mention.Span.Start && mention.Span.End <= text.Length);
                end = mention.Span.End;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void Recall_and_precision_stay_where_they_were_measured(string file, string kinds, double recall, double precision)
    {
        var (found, marked, right, all) = (0, 0, 0, 0);
        foreach (var sentence in MarkedSentence.Read(file))
        {
            var mentions = Finder.Find(sentence.Text);
            foreach (var (start, end, kind) in sentence.Marks.Where(m => kinds.Contains(m.Kind.ToString(), StringComparison.Ordinal)))
            {
                marked++;
                found += Enumerable.Range(start, end - start).All(i => mentions.Any(m => m.Span.Start <= i && i < m.Span.End)) ? 1 : 0;
            }

            foreach (var mention in mentions.Where(m => kinds.Contains(m.Kind.ToString(), StringComparison.Ordinal)))
            {
                all++;
                right += sentence.Marks.Any(m => m.Start < mention.Span.End && mention.Span.Start < m.End) ? 1 : 0;
            }
        }

        if ((double)found / marked < recall || (double)right / all < precision)
        {
            throw new XunitException($"{kinds}: recall {found}/{marked}, precision {right}/{all}");
        }
    }

    public static TheoryData<string, string, double, double> Floors() => new()
    {
        { "sentences.txt", "Person", .99, .99 },
        { "sentences.txt", "Office Company", .99, .99 },
        { "sentences.txt", "Phone Mail BirthDate Number", .99, .98 },
        { "sentences.txt", "Locality", .98, .95 },
        { "sentences-unseen.txt", "Person", .98, .98 },
        { "sentences-unseen.txt", "Office Company", .98, .98 },
        { "sentences-unseen.txt", "Phone Mail BirthDate Number", .99, .98 },
        { "sentences-fresh.txt", "Person", .99, .98 },
        { "sentences-fresh.txt", "Office Company", .88, .98 },
        { "sentences-fresh.txt", "Phone Mail BirthDate Number", .99, .98 },
        { "sentences-fresh-2.txt", "Person", .99, .98 },
        { "sentences-fresh-2.txt", "Office Company", .88, .98 },
        { "sentences-variants.txt", "Person", .96, .96 },
        { "sentences-variants.txt", "Phone Mail BirthDate Number Account", .99, .98 },
        { "sentences-variants-2.txt", "Person", .99, .98 },
        { "sentences-variants-2.txt", "Phone Mail BirthDate Number Account", .99, .98 },
    };
}
