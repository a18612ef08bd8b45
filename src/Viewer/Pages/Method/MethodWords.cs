namespace FeedbackLab.Viewer.Pages.Method;

/// <summary>The words of the page that says how the analysis was made.</summary>
/// <param name="language">The language of the user.</param>
public sealed class MethodWords(ScreenLanguage language)
{
    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("分析の方法", "How it was analysed");

    /// <summary>What the page shows.</summary>
    public string Lead => language.Pick("ファイルからテーマまでの道すじです。各段階の数は、次の段階へ進んだものと除いたものを足すと、必ず元の数になります。", "The way from files to themes. At each step, what goes on and what is left out add up to what came in.");

    /// <summary>A step.</summary>
    public string Reading => language.Pick("資料を読む", "Read the files");

    /// <summary>How.</summary>
    public string HowRead => language.Pick("文字コード、見出しの行、列の役割を判別して読み取ります。言葉は一字も変えません。", "Encoding, header rows and the roles of columns are told; no word is changed.");

    /// <summary>A step.</summary>
    public string Cutting => language.Pick("意見に分ける", "Cut into comments");

    /// <summary>How.</summary>
    public string HowCut => language.Pick("回答のセル、箇条書き、発言、段落を一つの意見とし、回答者・設問・年・位置を付けます。空欄や「特になし」は数えて除きます。", "An answer, a bullet, a remark, a paragraph is a comment, with respondent, question, year and place. Blanks and “nothing to say” are counted and left out.");

    /// <summary>A step.</summary>
    public string Merging => language.Pick("重複をまとめる", "Set duplicates aside");

    /// <summary>How.</summary>
    public string HowMerged => language.Pick("同じ回答者が同じ年に同じ設問へ同じことを書いたときだけ、一件に数えます。別の人の同じ言葉は別に数えます。", "Only the same words of the same respondent in the same year to the same question count once.");

    /// <summary>A step.</summary>
    public string Words => language.Pick("語に分ける", "Cut into words");

    /// <summary>How.</summary>
    public string HowWords => language.Pick("日本語を語に切り分け（Kuromoji）、表記のゆれと同義語をそろえます。", "Japanese is cut into words (Kuromoji); spellings and synonyms are brought together.");

    /// <summary>A step.</summary>
    public string Coding => language.Pick("コードブックを当てる", "Apply the codebook");

    /// <summary>A step.</summary>
    public string Groups => language.Pick("意見グループを探す", "Look for groups");

    /// <summary>How.</summary>
    public string HowGrouped => language.Pick("コードブックとは別に、語の近い意見を集めます。何度も試して、いつも一緒になるものだけをまとまりとします。下書きであり、結果ではありません。", "Apart from the codebook, comments with like words are gathered, over many runs. A draft, not a result.");

    /// <summary>A step.</summary>
    public string Counting => language.Pick("数える", "Count");

    /// <summary>How.</summary>
    public string HowCounted => language.Pick("まず回答者を、次に意見を数えます。分母は、尋ねた回答者すべてです。", "Respondents first, comments second; out of all respondents asked.");

    /// <summary>How.</summary>
    /// <param name="codes">Number of codes.</param>
    public string HowCoded(int codes) => language.Pick(
        $"{codes} のコードそれぞれについて、名前・定義・語に近い意見にそのテーマを提案します。近いものがなければ付けません。人の判断が付いた意見は、その判断に従います。",
        $"For each of {codes} codes, comments near its name, definition and terms are proposed; where none is near, none. What a person decided stands.");

    /// <summary>What is counted.</summary>
    public string Sources => language.Pick("資料", "sources");

    /// <summary>What is counted.</summary>
    public string Read => language.Pick("読み取ったもの", "passages read");

    /// <summary>What is counted.</summary>
    public string Comments => language.Pick("意見", "comments");

    /// <summary>Comments before duplicates are set aside.</summary>
    public string WithDuplicates => language.Pick("意見（重複も含めて）", "comments, duplicates too");

    /// <summary>What is counted.</summary>
    public string Analysed => language.Pick("分析した意見", "comments analysed");

    /// <summary>What is counted.</summary>
    public string SetAside => language.Pick("重複", "duplicates");

    /// <summary>What is counted.</summary>
    public string WithTheme => language.Pick("テーマあり", "with a theme");

    /// <summary>What is counted.</summary>
    public string WithoutTheme => language.Pick("テーマなし", "without a theme");

    /// <summary>What is counted.</summary>
    public string Ungrouped => language.Pick("どのグループでもない", "in no group");

    /// <summary>What is counted.</summary>
    public string Respondents => language.Pick("回答者", "respondents");

    /// <summary>What is counted.</summary>
    public string Said => language.Pick("意見を書いた", "with comments");

    /// <summary>What is counted.</summary>
    public string Silent => language.Pick("意見がない", "without a comment");

    /// <summary>A setting.</summary>
    public string Dictionary => language.Pick("辞書", "dictionary");

    /// <summary>A setting.</summary>
    public string Mode => language.Pick("切り分け方", "mode");

    /// <summary>A setting.</summary>
    public string Codebook => language.Pick("コードブック（版）", "codebook (version)");

    /// <summary>A setting.</summary>
    public string MostCodes => language.Pick("一つの意見に付けるコードの上限", "most codes of a comment");

    /// <summary>A setting.</summary>
    public string Decided => language.Pick("人が判断した意見", "comments that a person decided on");

    /// <summary>A setting.</summary>
    public string AutoAccepted => language.Pick("見ずに承認した割合", "share accepted unseen");

    /// <summary>A setting.</summary>
    public string NumberOfGroups => language.Pick("グループの数", "number of groups");

    /// <summary>A setting's value.</summary>
    public string Automatic => language.Pick("自動（意見の数の平方根、2〜12）", "automatic (square root of the comments, 2–12)");

    /// <summary>A setting.</summary>
    public string Seed => language.Pick("乱数の種", "seed");

    /// <summary>A setting.</summary>
    public string Runs => language.Pick("試す回数", "runs");

    /// <summary>A setting.</summary>
    public string WeakCohesion => language.Pick("弱いグループとする境", "cohesion under which a group is weak");

    /// <summary>A setting.</summary>
    public string Years => language.Pick("年", "years");

    /// <summary>Opens a step's settings.</summary>
    public string Settings => language.Pick("設定", "Settings");

    /// <summary>Heading.</summary>
    public string Changed => language.Pick("前回の分析から変わったこと", "What changed since the analysis before");

    /// <summary>Where nothing did.</summary>
    public string Unchanged => language.Pick("変わったことはありません。", "Nothing changed.");

    /// <summary>Where there is none before.</summary>
    public string First => language.Pick("これが最初の分析です。", "This is the first analysis.");

    /// <summary>A column.</summary>
    public string Before => language.Pick("前回", "Before");

    /// <summary>A column.</summary>
    public string Now => language.Pick("今回", "Now");

    /// <summary>A fact.</summary>
    public string Program => language.Pick("プログラム", "program");

    /// <summary>Makes it anew.</summary>
    public string Again => language.Pick("もう一度分析する", "Analyse again");

    /// <summary>That it is always the same.</summary>
    public string Same => language.Pick("同じ資料・コードブック・判断からは、いつも同じ結果になります。行の順番も影響しません。", "The same files, codebook and decisions always give the same result; the order of the rows does not matter.");

    /// <summary>Counts of a theme.</summary>
    /// <param name="respondents">Its respondents.</param>
    /// <param name="comments">Its comments.</param>
    public string Theme(int respondents, int comments) => language.Pick($"回答者 {respondents} 者、意見 {comments} 件", $"{ScreenLanguages.InEnglish(respondents, "respondent")}, {ScreenLanguages.InEnglish(comments, "comment")}");
}
