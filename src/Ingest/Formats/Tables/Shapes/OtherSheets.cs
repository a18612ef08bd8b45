using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Recognises the sheets of a workbook that stand beside the answers: examples of how to fill it in, covers, outlines of the survey, lists of codes.</summary>
internal static partial class OtherSheets
{
    private const int LongestTitle = 40;
    private const int LongestHeader = 20;
    private const int MostRows = 200;
    private const int MostLines = 8;
    private const int LeastAnswers = 2;

    /// <summary>The sheets that may hold answers, and a notice for each other one; all of them where none would be left.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="sheets">Its sheets.</param>
    /// <param name="isNamed">Whether the user says that a sheet holds answers.</param>
    public static (List<Sheet> Answers, List<Problem> Told) Without(string file, IReadOnlyList<Sheet> sheets, Func<Sheet, bool> isNamed)
    {
        var kinds = sheets.Select(s => isNamed(s) ? null : Kind(s)).ToList();
        return kinds.TrueForAll(k => k is not null)
            ? ([.. sheets], [])
            : ([.. sheets.Where((_, i) => kinds[i] is null)], [.. sheets.Zip(kinds).Where(s => s.Second is not null).Select(s => Told(file, s.First.Name ?? string.Empty, s.Second!))]);
    }

    // What the sheet is, where it is none of answers.
    private static BilingualText? Kind(Sheet sheet)
    {
        var rows = sheet.Rows.Take(MostRows + 1).Select(r => r.Words.ToList()).Where(r => r.Count > 0).ToList();
        var name = JapaneseText.Fold(sheet.Name ?? string.Empty);
        var isList = ListName().IsMatch(name);
        return ExampleName().IsMatch(name) || rows.TakeWhile(r => r.Count == 1).Any(r => ExampleTitle().IsMatch(JapaneseText.Fold(r[0])) && !TableLabels.IsNote(r[0]) && r[0].Length <= LongestTitle) ? new("記入例", "an example")
            : HasAnswers(rows) || (!isList && !IsCodes(rows) && rows.Exists(r => r.Exists(c => AnswerState.Of(c) == LeftOutReason.NothingToSay))) ? null
            : Outline(rows) ? new("調査の概要", "an outline of the survey")
            : IsCodes(rows) ? new("コード表", "a list of codes")
            : isList || OtherName().IsMatch(name) || (Cover(rows) && !TableLabels.IsQuestion(name) && !ColumnRoles.NamesAnswer(name) && !ColumnRoles.AsksFor(name)) ? new("表紙や説明、一覧", "a cover, an explanation or a list")
            : null;
    }

    // A table with respondents, or one with a header of answers above sentences; or a form with labels of answers before sentences: one, where it names its respondent.
    private static bool HasAnswers(List<List<string>> rows) =>
        rows.Exists(r => r.Exists(RespondentColumns.Names) && r.Count(TableLabels.HeadsColumn) > 1)
        || Enumerable.Range(0, rows.Count).Any(i => rows[i].Count > 1 && HeadsAnswers(rows, i))
        || rows.Count(r => r.Count > 1 && IsAnswerHeader(r[0]) && !OutlineLabel().IsMatch(JapaneseText.Fold(r[0])) && IsAnswer(r[^1])) is var answers
            && answers >= (rows.Exists(r => r.Count > 1 && RespondentColumns.Names(r[0])) ? 1 : LeastAnswers);

    private static bool HeadsAnswers(List<List<string>> rows, int at) =>
        !OutlineLabel().IsMatch(JapaneseText.Fold(rows[at][0])) && rows[at].TrueForAll(c => c.Length <= LongestHeader && !JapaneseText.EndsSentence(c))
        && rows[at].Exists(IsAnswerHeader) && rows.Skip(at + 1).Where(r => r.Count > 1).ToList() is { Count: > 0 } below && 2 * below.Count(r => r.Skip(1).Any(IsAnswer)) >= below.Count;

    private static bool IsAnswerHeader(string cell) => cell.Length <= LongestHeader && ColumnRoles.NamesAnswer(cell) && !JapaneseText.EndsSentence(cell);

    private static bool IsAnswer(string cell) => JapaneseText.EndsSentence(cell) || AnswerState.Of(cell) == LeftOutReason.NothingToSay;

    // Few lines without a sentence, a bullet, or a header that asks for answers, that end in a month or in a month and who publishes.
    private static bool Cover(List<List<string>> rows) =>
        rows.Count is > 0 and <= MostLines
        && rows.TrueForAll(r => r.Count == 1 && r[0].Length <= LongestTitle && !JapaneseText.EndsSentence(r[0]) && LineMarks.Of(r[0]).Kind is MarkKind.None or MarkKind.Note)
        && rows.Skip(rows.Count - 2).Any(r => Month().IsMatch(JapaneseText.Fold(r[0])))
        && (TableLabels.IsTitle(rows[0][0]) || !(TableLabels.HeadsColumn(rows[0][0]) || ColumnRoles.AsksFor(rows[0][0])));

    private static bool Outline(List<List<string>> rows) =>
        rows.Count is > 0 and <= MostRows && rows.Count(r => r.Count > 1 && OutlineLabel().IsMatch(JapaneseText.Fold(r[0]))) is var found && found > 1 && 2 * found >= rows.Count(r => r.Count > 1);

    private static bool IsCodes(List<List<string>> rows) =>
        rows.Find(r => r.Count > 1) is { } head && head.Count(c => CodeHeader().IsMatch(JapaneseText.Fold(c))) > 1 && head.Exists(c => Code().IsMatch(JapaneseText.Fold(c)));

    private static Problem Told(string file, string sheet, BilingualText kind) => new(ProblemSeverity.Notice, file, null,
        new BilingualText($"シート「{sheet}」は{kind.Ja}とみて、読みませんでした。", $"The sheet “{sheet}” was taken for {kind.En} and not read."),
        new BilingualText("意見がある場合は、対応表にこのシートを加え、列の役割を text にしてください。", "If it holds answers, add the sheet to the mapping and give their column the role text."));

    [GeneratedRegex("(記入|記載|入力)例|^(例|サンプル|見本)$|[(]例[)]$", RegexOptions.CultureInvariant)]
    private static partial Regex ExampleName();

    [GeneratedRegex("^[(【<〔\\[]?(記入|記載|入力)例[)】>〕\\]]?$|^[(【<〔\\[](記入|記載|入力)例[)】>〕\\]]|[(【<〔\\[](記入|記載|入力)例[)】>〕\\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex ExampleTitle();

    [GeneratedRegex("^(表紙|目次|凡例|(調査)?(の)?概要|設問一覧|記入(要領|方法|上の(注意|留意)(点|事項)?)|(注意|留意)(事項|点)|はじめに|お?読みください|説明|使い方)$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherName();

    // 特になし is a choice in them.
    [GeneratedRegex("^(コード(表|一覧|ブック)?|変数(一覧|表)|マスタ?ー?|(選択肢)?リスト|選択肢(一覧)?|プルダウン(リスト)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex ListName();

    [GeneratedRegex("^((令和|平成)[0-9元]+|[0-9]{4})年[0-9]{1,2}月([0-9]{1,2}日)?(現在|発行|作成)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex("^([0-9]+[.、]?)?((調査|アンケート)(の)?(目的|対象(者)?|期間|時期|方法|名|実施(期間|方法|主体)?|主体|機関|内容|項目|票|基準日)|実施(期間|方法|主体|機関|時期)|目的|対象(者|数)?|期間|方法|基準日|配布(数|方法)|発送数|(有効)?(回収|回答)(数|率|方法|状況)|根拠法令|作成(者|日)?|担当(課|部署)?|問い?合わ?せ先)$", RegexOptions.CultureInvariant)]
    private static partial Regex OutlineLabel();

    [GeneratedRegex("^(変数名?|コード|ラベル|値ラベル|値|設問(文|番号)?|質問(文|番号)?|項目名?|列名?|選択肢(番号|名)?|回答形式|データ型|型|説明)$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeHeader();

    [GeneratedRegex("^(変数名?|コード|ラベル|値ラベル|選択肢番号|回答形式|データ型)$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
