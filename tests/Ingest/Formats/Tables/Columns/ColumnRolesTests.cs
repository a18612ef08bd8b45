using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Columns;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Columns;

public sealed class ColumnRolesTests
{
    private static readonly string[] Sentences = ["送迎の時間が合わない。", "面談の部屋が足りない。", "連絡の窓口が分からない。"];

    [Theory]
    [InlineData("法人名|センター名", 1)]
    [InlineData("センター名|法人名", 0)]
    [InlineData("運営団体名|事業所名", 1)]
    [InlineData("回答者職・氏名|センター名", 1)]
    [InlineData("回答者|施設名", 1)]
    [InlineData("回答者区分|事業所名", 1)]
    [InlineData("連携機関名|センター名", 1)]
    [InlineData("所属名|氏名", 0)]
    [InlineData("所属団体名|発言者", 1)]
    [InlineData("氏名|法人名", 1)]
    [InlineData("貴事業所名|併設する事業所名", 0)]
    public void Of_several_columns_of_names_the_office_s_is_the_respondent(string headers, int respondent)
    {
        string[] names = headers.Split('|');
        var roles = Roles([.. names, "ご意見"], [["甲", "い", Sentences[0]], ["乙", "ろ", Sentences[1]]]);

        Assert.Equal(respondent, Array.IndexOf([.. roles], ColumnRole.Respondent));
        Assert.Single(roles, r => r == ColumnRole.Respondent);
    }

    [Fact]
    public void A_person_s_name_beside_the_office_s_is_to_be_masked() =>
        Assert.Equal(
            [ColumnRole.Respondent, ColumnRole.Personal, ColumnRole.Personal, ColumnRole.Personal, ColumnRole.Text],
            Roles(["センター名", "回答者", "回答者氏名", "記入者職・氏名", "ご意見"], [["みさき", "架空", "架空", "架空", Sentences[0]]]));

    [Fact]
    public void A_column_of_names_that_nobody_filled_names_no_respondent() =>
        Assert.Equal([ColumnRole.Attribute, ColumnRole.Respondent, ColumnRole.Text], Roles(["事業所名", "法人名", "ご意見"], [["", "甲", Sentences[0]], ["", "乙", Sentences[1]]]));

    [Theory]
    [InlineData("問2", "研修の回数|面談の場|夜の当番")]
    [InlineData("問２　これからの取組", "研修の回数|面談の場|夜の当番")]
    [InlineData("Q3.困りごと", "送迎|通院|家計")]
    [InlineData("今後の取組", "研修の回数|面談の場|特になし")]
    [InlineData("設問１", "送迎|〃|家計")]
    public void Short_answers_to_a_question_are_comments(string header, string cells) => Assert.Equal(ColumnRole.Text, RoleOf(header, cells));

    [Theory]
    [InlineData("問2今後の取組", "特になし|特になし|なし", LeftOutReason.NothingToSay)]
    [InlineData("問2", "なし|なし|なし", LeftOutReason.NothingToSay)]
    [InlineData("問2連携の状況", "||", LeftOutReason.Blank)]
    public void A_question_that_nobody_answered_was_asked(string header, string cells, LeftOutReason reason)
    {
        var sheet = new Sheet("回答", [Row(1, "センター名", "ご意見", header), .. cells.Split('|').Select((c, i) => Row(i + 2, $"第{i}", Sentences[i], c))], []);

        Assert.Equal([(header, reason), (header, reason), (header, reason)], TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false).LeftOut.Select(l => (l.Question!, l.Reason)));
    }

    [Theory]
    [InlineData("問2 種別", "||")]
    [InlineData("問2 事故の有無", "なし|なし|なし")]
    [InlineData("問2（複数選択）", "||")]
    public void A_fact_or_a_choice_that_nobody_gave_is_none(string header, string cells) => Assert.Equal(ColumnRole.Attribute, RoleOf(header, cells));

    [Theory]
    [InlineData("問2", "満足|やや満足|どちらともいえない")]
    [InlineData("問2", "①はい|②いいえ|③わからない")]
    [InlineData("問2", "週1回程度|月に2回|年3回以上")]
    [InlineData("問2", "10人|5～9人|20人以上")]
    [InlineData("問3 事業所の種別", "就労移行|就労定着|生活介護")]
    [InlineData("問4 所在市町村", "みずうみ市|こぐれ町|はまべ村")]
    [InlineData("問5", "送迎|送迎|送迎|家計|家計|家計")]
    public void Choices_and_facts_are_none(string header, string cells) => Assert.Equal(ColumnRole.Attribute, RoleOf(header, cells));

    [Theory]
    [InlineData("課題と感じるもの（複数選択）", "送迎, 家計|送迎, 通院|家計, 通院, 送迎", ColumnRole.Attribute)]
    [InlineData("課題（当てはまるものを選んでください）", "送迎;家計|送迎;通院|家計;通院", ColumnRole.Attribute)]
    [InlineData("課題（複数回答可）", "送迎の時間が合わない。|面談の部屋が足りない。|夜の当番がつらい。", ColumnRole.Text)]
    [InlineData("（複数選択の方へ）選んだ理由", "時間が合わないから|部屋が足りないから|当番がつらいから", ColumnRole.Text)]
    public void Ticked_choices_are_no_comments_whatever_they_are_about(string header, string cells, ColumnRole role) => Assert.Equal(role, RoleOf(header, cells));

    [Theory]
    [InlineData("希望する支援は何ですか", "訪問;面談;|訪問;|面談;送迎;", ColumnRole.Attribute)]
    [InlineData("問1 連携先", "☑病院\n☐学校\n☑役所|☐病院\n☑学校\n☐役所|☑病院\n☑学校\n☐役所", ColumnRole.Attribute)]
    [InlineData("問1 連携先", "□病院　■学校|■病院　□学校", ColumnRole.Attribute)]
    [InlineData("役に立った支援は何ですか", "家への訪問, 夕方の面談|夕方の面談, 送迎の手配|家への訪問, 送迎の手配|家への訪問|夕方の面談, 家への訪問|送迎の手配, 夕方の面談|送迎の手配", ColumnRole.Attribute)]
    [InlineData("役に立った支援は何ですか", "家への訪問, 夕方の面談|朝の散歩, 送迎の手配|昼の見学, 帳簿の手伝い|家への訪問", ColumnRole.Text)]
    [InlineData("困っていること", "■夜の当番\n■送迎の車|■夜の当番\n■部屋の数", ColumnRole.Text)]
    [InlineData("困っていること", "夜の当番;|送迎の車;", ColumnRole.Text)] // one each, which anyone may end so
    public void Cells_alone_can_tell_that_choices_were_ticked(string header, string cells, ColumnRole role) => Assert.Equal(role, RoleOf(header, cells));

    [Fact]
    public void Lists_whose_parts_recur_are_told()
    {
        string[] choices = ["家への訪問", "夕方の面談", "送迎の手配"];
        var sheet = new Sheet("回答", [Row(1, "センター名", "ご意見", "役に立ったものは何ですか"), .. Enumerable.Range(2, 9).Select(i => Row(i, $"第{i}", Sentences[i % 3], $"{choices[i % 3]}、{choices[(i + 1) % 3]}"))], []);

        Assert.Contains("「役に立ったものは何ですか」", Assert.Single(TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false).Problems).What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("所在地", "みずうみ県こぐれ市中央一丁目２番３号|みずうみ県はまべ市港町四丁目５番６号|みずうみ県みさき市本町七丁目８番９号", ColumnRole.Attribute)]
    [InlineData("電話", "000-0000|000-0001|000-0002", ColumnRole.Personal)]
    [InlineData("連絡先電話", "000-0000|000-0001|000-0002", ColumnRole.Personal)]
    [InlineData("電話番号（日中）", "000-0000|000-0001|000-0002", ColumnRole.Personal)]
    [InlineData("電話・FAX", "000-0000|000-0001|000-0002", ColumnRole.Personal)]
    [InlineData("ご住所（任意）", "みさき市本町|はまべ村|こぐれ町", ColumnRole.Personal)]
    [InlineData("住所をご記入ください", "みさき市本町|はまべ村|こぐれ町", ColumnRole.Personal)]
    [InlineData("電話対応で困っていること", "つながらない時間が多い|担当が分からない|夜は出ない", ColumnRole.Text)]
    [InlineData("住所変更の手続きで困ったこと", "窓口が遠いこと|用紙が多いこと|平日だけなこと", ColumnRole.Text)]
    [InlineData("支援について［電話相談］", "満足|満足|不満", ColumnRole.Attribute)]
    [InlineData("電話での相談", "夜の電話が多くて困っている。|窓口を決めたので減った。|特になし", ColumnRole.Text)]
    public void Particulars_are_no_comments_and_sentences_about_them_are(string header, string cells, ColumnRole role) => Assert.Equal(role, RoleOf(header, cells));

    [Theory]
    [InlineData("ご意見の概要", "県の考え方")]
    [InlineData("意見・要望", "事務局回答")]
    [InlineData("課題", "担当課の見解（案）")]
    [InlineData("質問", "障害福祉課からの回答")]
    [InlineData("意見内容", "回答")]
    [InlineData("要望事項", "回答")]
    [InlineData("主なご意見・ご要望", "考え方")]
    [InlineData("提出された意見の要旨", "回答案")]
    public void What_the_authority_replies_is_no_respondent_s_answer(string opinion, string reply)
    {
        var sheet = new Sheet("一覧", [Row(1, "センター名", opinion, reply), Row(2, "みさき", Sentences[0], "来年度の予定に入れます。"), Row(3, "はまべ", Sentences[1], "部屋を探しています。")], []);
        var reading = TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false);

        Assert.Equal(Sentences[..2], reading.Comments.Select(c => c.Text));
        Assert.Contains(reading.Comments[0].Attributes, a => a.Name == reply && a.Value == "来年度の予定に入れます。");
        Assert.Contains($"「{reply}」", Assert.Single(reading.Problems).What.Ja, StringComparison.Ordinal);
        Assert.Empty(TableReader.Read("a.xlsx", "0", sheet, new ReadOptions { Columns = [new ColumnReading(reply, ColumnRole.Attribute)] }, hasLines: false).Problems);
    }

    [Theory]
    [InlineData("提出者")]
    [InlineData("意見提出者名")]
    [InlineData("貴センターの名称")]
    [InlineData("事業所の名称（正式名称）")]
    public void Whoever_submits_an_opinion_is_its_respondent(string header) => Assert.Equal(ColumnRole.Respondent, Roles([header, "ご意見"], [["みさき", Sentences[0]], ["はまべ", Sentences[1]]])[0]);

    [Theory]
    [InlineData("提出者数")]
    [InlineData("提出日")]
    public void What_is_known_about_a_submission_is_no_respondent(string header) => Assert.Equal(ColumnRole.Attribute, Roles([header, "ご意見"], [["3", Sentences[0]], ["4", Sentences[1]]])[0]);

    [Fact]
    public void What_was_done_about_opinions_that_nobody_is_named_for_is_a_reply() =>
        Assert.Equal([ColumnRole.Text, ColumnRole.Attribute], Roles(["ご意見・ご提案", "対応"], [[Sentences[0], "警察に伝えます。"], [Sentences[1], "来年度に直します。"]]));

    [Theory]
    [InlineData("センター名", "県の対応")]
    [InlineData("課題", "市町村の対応")]
    [InlineData("ご意見", "内部の対応")]
    [InlineData("ご意見", "問2 市の対応")]
    [InlineData("ご意見", "市の対応で困ったこと")]
    [InlineData("問1 ご意見", "回答")]
    [InlineData("意見番号", "回答")]
    [InlineData("質問", "回答")]
    [InlineData("課題", "回答")]
    [InlineData("課題", "対応")]
    public void Answers_about_an_authority_are_answers(string other, string header) =>
        Assert.Equal(ColumnRole.Text, Roles([other, header], [["みさき", Sentences[0]], ["はまべ", Sentences[1]]])[1]);

    [Theory]
    [InlineData("提出者", "個人|個人|団体", ColumnRole.Attribute)]
    [InlineData("回答者", "本人|家族|本人", ColumnRole.Attribute)]
    [InlineData("提出者", "みさき会|みさき会|はまべ会", ColumnRole.Respondent)]
    [InlineData("回答者", "本人|家族|みさき会", ColumnRole.Respondent)]
    public void Kinds_of_respondents_that_recur_name_nobody(string header, string cells, ColumnRole role) =>
        Assert.Equal(role, Roles([header, "自由記述"], [.. cells.Split('|').Select((c, i) => new[] { c, Sentences[i % 3] })])[0]);

    [Fact]
    public void A_question_taken_for_a_choice_is_told()
    {
        var sheet = new Sheet("回答", [Row(1, "センター名", "問1 ご意見", "問2"), .. Enumerable.Range(2, 6).Select(i => Row(i, $"第{i}", Sentences[i % 3], i % 2 == 0 ? "送迎のこと" : "家計のこと"))], []);
        var reading = TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false);

        Assert.Contains("「問2」", Assert.Single(reading.Problems).What.Ja, StringComparison.Ordinal);
        Assert.Empty(TableReader.Read("a.xlsx", "0", sheet, new ReadOptions { Columns = [new ColumnReading("問2", ColumnRole.Attribute)] }, hasLines: false).Problems);
    }

    private static SheetRow Row(int number, params string[] cells) => new(number, [.. cells]);

    private static ColumnRole RoleOf(string header, string cells) =>
        Roles(["センター名", header, "自由記述"], [.. cells.Split('|').Select((c, i) => new[] { $"第{i}", c, Sentences[i % 3] })])[1];

    private static ImmutableArray<ColumnRole> Roles(string[] headers, string[][] rows) => [.. ColumnRoles.Guess([.. headers], rows, []).Select(c => c.Role)];
}
