using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Storage;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Collocations;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Search;

/// <summary>Words, numbers and spellings as people type them, against what stands there.</summary>
public sealed class WordSearchTests : IDisposable
{
    private static readonly TextTerms Reader = TextTerms.ByKuromoji(LexiconReader.Default);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedbacklab-index-");
    private IndexSnapshot? _index;

    [Theory]
    [InlineData("申込み", "申込みの窓口を知りたい。|申込みが多い。|申込みは難しい。", "もう申し上げた。")]
    [InlineData("気付き", "気付きの機会が少ない。|気付きが多い。", "気がかり。")]
    [InlineData("聞き取り", "聞き取りの時間がない。|聞き取りを行う。", "聞いて取りに行く。")]
    [InlineData("見守り", "見守りを行う。|見守りの人手がない。", "外を見て守りを固める。")]
    [InlineData("関わり", "関わり、連絡をする。|関わりの薄い人。", "係の人。")]
    [InlineData("勧め", "お勧めの店を教える。|職員が勧めの言葉を言う。", "勤めの帰り。")]
    [InlineData("うつ", "うつの人が多い。", "もうつらい。|うつむく人。")]
    [InlineData("担当", "担当者会議で話す。|担当が変わる。", "当番が変わる。")]
    [InlineData("申込", "申込書を出す。|お申込みの窓口。|申込みが多い。|申し込みが多い。", "もう申し上げた。")]
    [InlineData("申込み", "お申込みの窓口。|申込みが多い。|申し込みが多い。|申込書を出す。", "もう申し上げた。")]
    [InlineData("申し込み", "お申込みの窓口。|申込みが多い。|申し込みが多い。|申込書を出す。", "もう申し上げた。")]
    [InlineData("問い合わせ", "問い合わせる。|問合せが多い。|問合わせた。", "合わせて問う。")]
    [InlineData("問合せ", "問い合わせる。|問合せが多い。|問合わせた。", "合わせて問う。")]
    [InlineData("問合わせ", "問い合わせる。|問合せが多い。|問合わせた。", "合わせて問う。")]
    [InlineData("京都", "京都の人。", "東京都の人。")]
    [InlineData("域内", "域内の会議。", "圏域内の会議。")]
    [InlineData("\"域内\"", "域内の会議。|圏域内の会議。", "内の会議。")]
    [InlineData("出来る", "よく出来る人。", "出来事を話す。")]
    public void A_word_is_found_where_its_letters_stand_however_the_sentence_is_cut(string query, string found, string others) =>
        Finds(query, found, others);

    [Theory]
    [InlineData("26名", "登録は26名。|登録は２６名。", "登録は126名。|登録は6名。")]
    [InlineData("２６名", "登録は26名。|登録は２６名。", "登録は126名。")]
    [InlineData("\"26名\"", "登録は26名。|登録は２６名。", "登録は126名。")]
    [InlineData("10%", "１０％の増加。|10%の増加。", "110%の増加。|0.10%の増加。")]
    [InlineData("5000円", "5000円を払う。|5,000円を払う。|５，０００円を払う。", "15000円を払う。|25,000円を払う。")]
    [InlineData("1,000円", "1000円を払う。|１，０００円を払う。", "21,000円を払う。")]
    [InlineData("0円", "0円で済む。|０円で済む。", "1000円を払う。|１０円を払う。")]
    [InlineData("000円", "", "1000円を払う。|1,000円を払う。")]
    [InlineData("2人", "2人です。|２人です。", "12人です。|１２人です。|2.2人です。")]
    [InlineData("5倍", "5倍になる。", "1.5倍になる。|１．５倍になる。")]
    [InlineData("1.5倍", "1.5倍になる。|１．５倍になる。", "21.5倍になる。|5倍になる。")]
    [InlineData("2019", "2019.4.1から始まる。|２０１９年から始まる。", "12019番の人。")]
    [InlineData("gh", "GHの空きがない。|ｇｈの空きがない。", "GHQの話。")]
    public void A_number_is_found_in_either_width_and_never_within_another(string query, string found, string others) =>
        Finds(query, found, others);

    [Theory]
    [InlineData("曖昧", "役割があいまいだ。|曖昧な役割。", "愛車の話。")]
    [InlineData("あいまい", "役割があいまいだ。|曖昧な役割。", "愛車の話。")]
    [InlineData("子供", "子供の話。|子どもの話。|こどもの話。", "大人の話。")]
    [InlineData("子ども", "子供の話。|子どもの話。|こどもの話。", "大人の話。")]
    [InlineData("わかる", "よく分かりました。|わからない。|分って来た。", "分けて話す。")]
    [InlineData("予め", "あらかじめ話す。|予め話す。", "予定を話す。")]
    [InlineData("あらかじめ", "あらかじめ話す。|予め話す。", "予定を話す。")]
    [InlineData("皆さん", "皆さんに話す。|みなさんの話。", "皆既の話。")]
    [InlineData("みなさん", "皆さんに話す。|みなさんの話。", "皆既の話。")]
    [InlineData("皆様", "皆様に話す。|みなさまの話。", "様々な話。")]
    [InlineData("=子供", "子供の話。", "子どもの話。|こどもの話。")]
    public void A_word_is_found_with_fewer_or_more_kanji(string query, string found, string others) => Finds(query, found, others);

    [Theory]
    [InlineData("=ＧＨ", "ＧＨの空き。", "GHの空き。|gh。")]
    [InlineData("=引き継ぎ", "引き継ぎの会。", "引継ぎの会。")]
    [InlineData("\"gh\"", "ＧＨの空き。|GHの空き。", "GHQの話。")]
    public void Letters_as_they_are_written_are_only_those(string query, string found, string others) => Finds(query, found, others);

    [Theory]
    [InlineData("サーバー", "サーバを直す。|サーバーを直す。|ｻｰﾊﾞｰを直す。", "サーブを打つ。")]
    [InlineData("サーバ", "サーバを直す。|サーバーを直す。", "サーブを打つ。")]
    [InlineData("ソーシャルワーカ", "ソーシャルワーカーに話す。|ソーシャルワーカに話す。", "ワークをする。")]
    [InlineData("コンピューター 更新", "コンピュータを更新する。|コンピューターの更新。", "更新する。")]
    [InlineData("コンピューター更新", "コンピュータ更新が遅い。|コンピューター更新が遅い。", "更新する。")]
    [InlineData("ケースワーカ NEAR/2 面談", "ケースワーカーと面談した。|ケースワーカの面談。", "面談した。")]
    [InlineData("ジョブコーチ", "ジョブ・コーチが来ない。|ジョブコーチが来ない。|JCが来ない。", "コーチが来ない。")]
    [InlineData("ジョブ・コーチ", "ジョブ・コーチが来ない。|ジョブコーチが来ない。", "コーチが来ない。")]
    [InlineData("jc", "ジョブ・コーチが来ない。|ＪＣが来ない。", "コーチが来ない。")]
    [InlineData("学校", "學校との連携。|学校との連携。", "校舎が古い。")]
    [InlineData("髙橋", "髙橋さんの件。|高橋さんの件。", "橋の上。")]
    [InlineData("国", "國の制度。|国の制度。", "県の制度。")]
    [InlineData("（株）みさき商事", "㈱みさき商事に勤める。|（株）みさき商事に勤める。|株式会社みさき商事に勤める。", "みさき商事に勤める。")]
    [InlineData("株式会社みさき商事", "㈱みさき商事に勤める。|(株)みさき商事に勤める。|株式会社みさき商事に勤める。", "みさき商事に勤める。")]
    [InlineData("㈱みさき商事", "㈱みさき商事に勤める。|（株）みさき商事に勤める。", "株が上がる。")]
    [InlineData("\\(株\\)みさき商事", "㈱みさき商事に勤める。|（株）みさき商事に勤める。", "株が上がる。")]
    public void Other_spellings_of_a_word_are_found(string query, string found, string others) => Finds(query, found, others);

    [Theory]
    [InlineData("回答者:Aセンター", 2)]
    [InlineData("回答者:ａセンター", 2)]
    [InlineData("回答者:\"A センター\"", 2)]
    [InlineData("種類:知的", 1)]
    [InlineData("種類:回答", 3)]
    [InlineData("型:A型", 2)]
    public void A_value_is_found_in_either_width_and_in_a_column_with_a_name_of_the_program(string query, int total)
    {
        Index(
            Comment(0, "引継ぎが早い。") with { Respondent = "Ａセンター", Attributes = [new("種類", "知的"), new("型", "A型")] },
            Comment(1, "引継ぎが遅い。") with { Respondent = "Aセンター", Attributes = [new("種類", "精神"), new("型", "Ａ型")] },
            Comment(2, "引継ぎが要る。") with { Respondent = "Bセンター", Attributes = [new("型", "B型")] });
        Assert.Equal(total, _index!.Search(new SearchRequest(Compile(query))).Total);
    }

    [Theory]
    [InlineData("役割 NEAR/0 分担", "役割分担をした。", "役割を職員で分担した。")]
    [InlineData("職場 NEAR/5 訪問", "職場訪問をした。|職場の訪問をした。", "企業訪問をした。")]
    [InlineData("企業 NEAR/3 訪問", "企業訪問をした。|企業への訪問をした。", "職場訪問をした。")]
    [InlineData("法定 NEAR/0 雇用率", "法定雇用率が上がる。", "雇用率が上がる。")]
    [InlineData("\"役割 分担\"~3", "役割分担をした。|役割の分担をした。", "分担をした。")]
    [InlineData("役割分担 NEAR/2 職員", "役割分担は職員が決める。|すみ分けは職員が決める。", "職員が決める。")]
    public void Words_are_near_each_other_within_one_word_of_the_lexicon_too(string query, string found, string others) =>
        Finds(query, found, others);

    [Theory]
    [InlineData("引継ぎ NEAR/3 3年", "引継ぎに3年かかる。|３年間の引継ぎ。", "引継ぎに13年かかる。|引継ぎに3人かかる。")]
    [InlineData("申込 NEAR/2 窓口", "お申込みの窓口。|申込書の窓口。", "窓口がない。")]
    [InlineData("問い合わせ NEAR/2 電話", "電話で問合わせた。|電話の問い合わせ。", "電話で話を合わせた。")]
    [InlineData("\"申込みの\" NEAR/2 窓口", "申込みの窓口。", "窓口の申し出。")]
    public void What_is_found_beside_another_word_is_found_near_it(string query, string found, string others)
    {
        Finds(query, found, others);
        foreach (var text in found.Split('|'))
        {
            Assert.NotEmpty(Highlights.Of(Compile(query), new CommentDocuments(Reader).Of(text), text));
        }
    }

    [Fact]
    public void Collocates_within_one_word_of_the_lexicon_are_counted_as_near()
    {
        Index("職場訪問をした。", "職場の訪問をした。", "職場で訪問をした。", "会議をした。", "利用料が高い。", "送迎が必要だ。");
        var reader = new HitReader(Reader);
        var comments = new[] { "職場訪問をした。", "職場の訪問をした。", "職場で訪問をした。" }.Select((t, i) => Comment(i, t));
        var query = Compile("職場");
        var having = _index!.CountTerms(query).ToDictionary(t => t.Text, t => t.All, StringComparer.Ordinal);
        var collocate = CollocationTable.Of([.. comments.Select(c => reader.Read(c, query))], having, _index.Count, 4).Single(c => c.Form == "訪問");
        Assert.Equal((3, 3), (collocate.Association.Both, collocate.Right));
        Assert.Equal(3, _index.Search(new SearchRequest(Compile("職場 NEAR/3 訪問"))).Total);
    }

    [Theory]
    [InlineData("定着支援*", "定着支援の記録。|定着支援員が来る。|職場定着支援が要る。", "定着を支援する。|支援の定着。")]
    [InlineData("3年*", "3年で終わる。|３年間の計画。", "13年で終わる。|1.3年間の計画。|3人で行う。")]
    [InlineData("自己負担*", "自己負担が重い。|自己負担額を知りたい。", "自己の力。")]
    [InlineData("*定着支援", "職場定着支援が要る。|定着支援の記録。", "定着支出援。")]
    [InlineData("定着支援* NEAR/3 記録", "定着支援の記録。", "定着支援の日に職員が会って話した記録。|記録する。")]
    [InlineData("から*", "からい味。", "朝から晩まで働く。")]
    [InlineData("定着支援~1", "定着支援の記録。", "定着を支援する。")]
    public void A_pattern_is_found_over_several_tokens_from_the_beginning_of_one(string query, string found, string others) =>
        Finds(query, found, others);

    [Theory]
    [InlineData("3年*", "13年と３年間の計画。", "３年")]
    [InlineData("定着支* NEAR/2 記録", "定着支援の記録。", "定着支援の記録")]
    [InlineData("26名", "登録は２６名。", "２６名")]
    [InlineData("申込み", "申込みの窓口。", "申込み")]
    [InlineData("申込", "お申込みの窓口。", "申込")]
    [InlineData("問い合わせ", "昨日問合わせた。", "問合")]
    [InlineData("勧め", "お勧めの店。", "勧め")]
    [InlineData("訪問", "職場訪問をした。", "訪問")]
    [InlineData("2人", "2人と12人です。", "2人")]
    public void What_is_marked_is_what_was_typed(string query, string text, string marked)
    {
        Index(text);
        var spans = Highlights.Of(Compile(query), new CommentDocuments(Reader).Of(text), text);
        Assert.Equal(marked, string.Join('|', spans.Select(s => text[s.Start..s.End])));
    }

    [Theory]
    [InlineData("㈱みさきに就職した。½の人。")]
    [InlineData("１，０００円と1.5倍、2019.4.1。")]
    [InlineData("ｻｰﾊﾞｰを㌔で量る😀\uD842")]
    public void Tokens_of_signs_that_stand_for_several_letters_cover_the_text(string text)
    {
        var document = new CommentDocuments(Reader).Of(text);
        Assert.Equal(text, string.Concat(document.Tokens.Select(t => t.Surface)));
        Assert.All(document.Terms, t => Assert.InRange(t.Position + t.Length, 1, document.Tokens.Length));
    }

    public void Dispose()
    {
        _index?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Comment Comment(int id, string text) =>
        new(id.ToString(System.Globalization.CultureInfo.InvariantCulture), "資料.csv", CommentKind.Answer, "みさき", null, null, 2020, new Place(1, 1), text, []);

    private void Finds(string query, string found, string others)
    {
        Index([.. $"{found}|{others}".Split('|', StringSplitOptions.RemoveEmptyEntries)]);
        var texts = $"{found}|{others}".Split('|', StringSplitOptions.RemoveEmptyEntries);
        var answer = _index!.Search(new SearchRequest(Compile(query)));
        Assert.Equal(
            found.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            answer.Hits.Select(h => texts[int.Parse(h.Id, System.Globalization.CultureInfo.InvariantCulture)]).Order(StringComparer.Ordinal));
        Assert.Equal(answer.Hits.Length, answer.Total);
    }

    private void Index(params string[] texts) => Index([.. texts.Select((t, i) => Comment(i, t))]);

    private void Index(params Comment[] comments)
    {
        using (var writer = IndexWriter.Create(_folder.FullName, "test"))
        {
            writer.Add(comments, () => new CommentDocuments(TextTerms.ByKuromoji(LexiconReader.Default)).Of);
            writer.Commit();
        }

        _index = IndexFolder.Open(_folder.FullName, "test");
    }

    private Analysis.Index.Queries.IndexQuery Compile(string query) => new SearchCompiler(Reader, _index!.Terms).Compile(QueryParser.Parse(query).Query!);
}
