using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats;

/// <summary>The problems that files have, in the words that users read.</summary>
public static class FileProblems
{
    /// <summary>The file or folder is not there.</summary>
    public static Problem Missing(string file) => Error(file, null, "ファイルが見つかりません。", "The file does not exist.", "名前と場所を確かめてください。", "Check its name and folder.");

    /// <summary>The file holds nothing.</summary>
    public static Problem Empty(string file) => Error(file, null, "ファイルが空です。", "The file is empty.", "中身のあるファイルを指定してください。", "Name a file that holds answers.");

    /// <summary>The folder holds no file that can be read.</summary>
    public static Problem EmptyFolder(string file) => Error(file, null, "このフォルダには読めるファイルがありません。", "The folder holds no file that can be read.", "Excel、Word、PDF、テキスト、CSV のファイルを入れてください。", "Put Excel, Word, PDF, text or CSV files into it.");

    /// <summary>The file is no text.</summary>
    public static Problem Binary(string file, int line) => Error(file, line, "文字ではないデータ（NUL）が入っています。", "The file holds data that is not text (NUL bytes).", "テキストかCSV（UTF-8）として保存し直してください。UTF-16 なら --encoding utf-16 でも読めます。", "Save it again as text or CSV (UTF-8); UTF-16 is read with --encoding utf-16, too.");

    /// <summary>UTF-16 whose bytes stand in the order that is not the usual one, without the mark that says so.</summary>
    public static Problem OtherUtf16(string file) => Error(file, null, "文字コードは UTF-16（ビッグエンディアン、BOM なし）のようです。", "The file seems to be in UTF-16, big-endian and without its byte order mark.", "--encoding utf-16be を付けて取り込むか、UTF-8 で保存し直してください。", "Import it with --encoding utf-16be, or save it again as UTF-8.");

    /// <summary>A line is too long to be one.</summary>
    public static Problem LongLine(string file, int line) => Error(file, line, "1行が100万文字を超えています。", "A line is longer than a million characters.", "改行のある形で保存し直してください。", "Save it again with line breaks.");

    /// <summary>Bytes that are no characters in the encoding.</summary>
    public static Problem BadBytes(string file, int? line, string encoding) => Error(file, line, $"{encoding} として読めない文字があります。", $"There are bytes that are no characters in {encoding}.", "UTF-8 で保存し直してください。", "Save it again as UTF-8.");

    /// <summary>No encoding fits.</summary>
    public static Problem UnknownEncoding(string file, int? line) => Error(file, line, "文字コードが判別できません。", "The character encoding could not be told.", "UTF-8 で保存し直すか、文字コードを指定してください。", "Save it again as UTF-8, or name its encoding.");

    /// <summary>The user named an encoding that there is not.</summary>
    public static Problem NoSuchEncoding(string file, string name) => Error(file, null, $"文字コード「{name}」は知りません。", $"There is no encoding “{name}”.", "utf-8, utf-16, cp932, euc-jp, iso-2022-jp のどれかを指定してください。", "Use one of utf-8, utf-16, cp932, euc-jp, iso-2022-jp.");

    /// <summary>Word's old format.</summary>
    public static Problem OldWord(string file) => Error(file, null, "古い形式の Word 文書（.doc）は読めません。", "Documents in Word's old format (.doc) cannot be read.", "Word で「Word 文書（.docx）」として保存し直してください。", "Save it as “Word Document (.docx)”.");

    /// <summary>A format that is no answers.</summary>
    public static Problem WrongKind(string file, string extension) => Error(file, null, $"「{extension}」は読める形式ではありません。", $"“{extension}” is not a format that can be read.", "Excel（.xlsx .xls）、Word（.docx）、PDF、テキスト（.txt .md）、CSV（.csv .tsv）にしてください。", "Give Excel (.xlsx .xls), Word (.docx), PDF, text (.txt .md) or CSV (.csv .tsv).");

    /// <summary>The program itself failed in the file.</summary>
    public static Problem Fault(string file, Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Error(
            file,
            null,
            $"プログラムの誤りで、このファイルを読めませんでした（{fault.GetType().Name}）。",
            $"The program failed in this file ({fault.GetType().Name}).",
            "ほかのファイルは読みました。このファイルは、別の形式（CSV やテキスト）で保存し直してみてください。",
            "The other files were read. Try saving this one in another format (CSV or text).");
    }

    /// <summary>The system does not let the file be read.</summary>
    public static Problem Unreadable(string file) => Error(file, null, "ファイルを開けません。", "The file could not be opened.", "ほかのソフトで開いていないか、読み取りが許可されているか確かめてください。", "Check that no other program holds it and that you may read it.");

    /// <summary>A table without a column of answers.</summary>
    public static Problem NoText(string file) => Error(file, 1, "意見の列が見つかりません。", "No column of answers was found.", "「見出し=text」のように意見の列を指定してください。", "Name the column of answers, as in “header=text”.");

    /// <summary>A sheet without a column of answers, beside others that have one.</summary>
    public static Problem SheetWithoutText(string file, string sheet) => new(ProblemSeverity.Notice, file, null,
        new BilingualText($"シート「{sheet}」には意見の列が見つからないので、読みませんでした。", $"No column of answers was found in “{sheet}”; it was not read."),
        new BilingualText("意見がある場合は、対応表で役割を text にしてください。", "If it holds answers, give their column the role text in the mapping."));

    /// <summary>A sheet, or a part of one, that only counts answers.</summary>
    public static Problem SheetOfCounts(string file, string sheet) => new(ProblemSeverity.Notice, file, null,
        new BilingualText($"シート「{sheet}」の集計表（数だけの表）は、意見として読みませんでした。", $"The table of counts in “{sheet}” was not read as answers."),
        new BilingualText("意見がある場合は、対応表で役割を text にしてください。", "If it holds answers, give their column the role text in the mapping."));

    /// <summary>A row with too few or too many cells.</summary>
    public static Problem RaggedRow(string file, int line, int cells, int columns) => Error(file, line,
        string.Create(CultureInfo.InvariantCulture, $"見出しは {columns} 列ですが、この行は {cells} 列です。"),
        string.Create(CultureInfo.InvariantCulture, $"The header has {columns} columns, this row has {cells}."),
        "引用符（\"）と区切りを直してください。この行は読み飛ばしました。", "Mend its quotes and separators; the row was left out.");

    /// <summary>A row in which a quote is not closed.</summary>
    public static Problem OpenQuote(string file, int line) => Error(file, line, "この行の引用符（\"）が閉じられていません。", "A quote in this row is not closed.", "セルの終わりに引用符を付け、文中の引用符は二つ（\"\"）にしてください。この行は読み飛ばしました。", "End the cell with a quote, and double the quotes inside it; the row was left out.");

    /// <summary>The user named a column that the table does not have.</summary>
    public static Problem NoSuchColumn(string file, string header) => new(ProblemSeverity.Notice, file, 1,
        new BilingualText($"指定された列「{header}」がありません。", $"There is no column “{header}”."), new BilingualText("見出しの綴りを確かめてください。", "Check the header's spelling."));

    /// <summary>A column that the mapping does not name.</summary>
    public static Problem NewColumn(string file, string header) => new(ProblemSeverity.Notice, file, null,
        new BilingualText($"列「{header}」は対応表にありません。内容から判断して読みました。", $"The mapping does not name the column “{header}”; it was read as its cells suggest."),
        new BilingualText("書き出された対応表で役割を確かめてください。", "Check its role in the mapping that was written."));

    /// <summary>The same bytes were given before.</summary>
    public static Problem SameAs(string file, string other) => new(ProblemSeverity.Notice, file, null,
        new BilingualText($"「{other}」と中身が同じなので、読みませんでした。", $"It is the same as “{other}” and was not read again."), new BilingualText("そのままで問題ありません。", "Nothing needs to be done."));

    /// <summary>What the program has written itself.</summary>
    public static Problem OwnOutput(string file) => new(ProblemSeverity.Notice, file, null,
        new BilingualText("FeedbackLab が書き出したファイルなので、回答としては読みませんでした。", "FeedbackLab wrote this file itself; it was not read as answers."),
        new BilingualText("直したコーディングの表は codings import で取り込めます。", "A table of codings that you have corrected is taken in by codings import."));

    private static Problem Error(string file, int? line, string ja, string en, string doJa, string doEn) =>
        new(ProblemSeverity.Error, file, line, new BilingualText(ja, en), new BilingualText(doJa, doEn));
}
