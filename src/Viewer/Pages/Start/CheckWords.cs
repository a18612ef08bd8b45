namespace FeedbackLab.Viewer.Pages.Start;

/// <summary>The words of the page that shows what was recognised.</summary>
/// <param name="language">The language of the user.</param>
public sealed class CheckWords(ScreenLanguage language)
{
    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("読み取り方を確かめる", "Check how the files were read");

    /// <summary>What to do here.</summary>
    public string Lead => language.Pick("まだ何も取り込んでいません。違うところがあれば直して読み直し、よければ取り込んでください。", "Nothing is imported yet. Correct what is wrong and read again; import when it is right.");

    /// <summary>Heading of files that could not be read.</summary>
    public string Unread => language.Pick("読めなかったファイルや行", "Files and rows that could not be read");

    /// <summary>Heading of the columns.</summary>
    public string Columns => language.Pick("列の読み方", "Columns");

    /// <summary>A column of that table.</summary>
    public string Header => language.Pick("見出し", "Header");

    /// <summary>A column of that table.</summary>
    public string Role => language.Pick("役割", "Role");

    /// <summary>A column of that table.</summary>
    public string Examples => language.Pick("中身の例", "Examples");

    /// <summary>A field.</summary>
    public string Year => language.Pick("年度（西暦。資料に書かれていないとき）", "Year (where the file does not name it)");

    /// <summary>A field.</summary>
    public string Encoding => language.Pick("文字コード", "Encoding");

    /// <summary>A field.</summary>
    public string Split => language.Pick("箇条書きのセルを項目ごとに分ける", "Cut cells with bullets into items");

    /// <summary>A field.</summary>
    public string HeaderRow => language.Pick("見出しの行", "Row of the headers");

    /// <summary>Heading of the first comments.</summary>
    public string First => language.Pick("最初の意見", "First comments");

    /// <summary>Where a file has none.</summary>
    public string NoComments => language.Pick("意見が見つかりません。列の役割や見出しの行を確かめてください。", "No comments were found. Check the roles of the columns and the row of the headers.");

    /// <summary>Where an older version is there.</summary>
    public string Correction => language.Pick("同じ名前の資料がすでにあります。取り込むと、新しい版に置き換わります（変わらない意見の判断はそのまま残ります）。", "There is a source of this name already. Importing replaces it; what was decided on comments that stay is kept.");

    /// <summary>Reads again.</summary>
    public string ReadAgain => language.Pick("直した内容で読み直す", "Read again as corrected");

    /// <summary>Takes the files in.</summary>
    public string Import => language.Pick("この内容で取り込む", "Import as shown");

    /// <summary>Throws them away.</summary>
    public string Discard => language.Pick("取り込まずにやめる", "Discard");

    /// <summary>Where the draft is gone.</summary>
    public string Gone => language.Pick("このファイルは、取り込みが済んだか、取りやめになったか、プログラムを終えたときに消えています。まだ取り込んでいなければ、もう一度入れてください。",
        "These files were imported or discarded already, or went when the program ended. Where they are not imported yet, drop them again.");

    /// <summary>Where the form was made from an older reading.</summary>
    public string ChangedMeanwhile => language.Pick("別のタブで読み直されています。いまの内容を確かめてから、もう一度操作してください。", "The files were read again in another tab. Look at what is shown now and try again.");

    /// <summary>Where something was corrected and not read.</summary>
    public string ReadAgainFirst => language.Pick("直した内容で読み直しました。確かめてから取り込んでください。", "The files were read again as corrected. Look at them and import.");

    /// <summary>How much a file holds.</summary>
    /// <param name="comments">Its comments.</param>
    /// <param name="respondents">Its respondents.</param>
    public string Counts(int comments, int respondents) => language.Pick($"意見 {comments:N0} 件、回答者 {respondents:N0} 者", $"{ScreenLanguages.InEnglish(comments, "comment")}, {ScreenLanguages.InEnglish(respondents, "respondent")}");
}
