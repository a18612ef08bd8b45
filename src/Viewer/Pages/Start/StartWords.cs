using System.Globalization;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Start;

/// <summary>The words of the pages that files come in by.</summary>
/// <param name="language">The language of the user.</param>
public sealed class StartWords(ScreenLanguage language)
{
    /// <summary>What the page is called where there is nothing yet.</summary>
    public string Welcome => language.Pick("はじめに", "Welcome");

    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("資料", "Sources");

    /// <summary>What the program does.</summary>
    public string Lead => language.Pick(
        "アンケートの回答や会議録のファイルを入れると、何がどれだけ言われているかを、元の言葉のまま、出典つきで見られます。ファイルはこのパソコンの外へ出ません。",
        "Put in files of answers or minutes, and see what was said how often, in its own words, with its source. The files do not leave this machine.");

    /// <summary>Heading of the place to drop files.</summary>
    public string Drop => language.Pick("ここにファイルをドロップ", "Drop files here");

    /// <summary>Or choose them.</summary>
    public string Choose => language.Pick("ファイルを選ぶ", "Choose files");

    /// <summary>What can be dropped.</summary>
    public string Formats => language.Pick("Excel（.xlsx .xls）、Word（.docx）、PDF、CSV、テキスト。いくつでもまとめて入れられます。次の画面で読み取り方を確かめてから取り込みます。", "Excel (.xlsx .xls), Word (.docx), PDF, CSV, text; several at once. The next page shows how they were read before anything is taken in.");

    /// <summary>Sends the chosen files.</summary>
    public string Read => language.Pick("読み取り方を確かめる", "See how they are read");

    /// <summary>Takes the samples.</summary>
    public string Samples => language.Pick("見本のデータで試す", "Try it with samples");

    /// <summary>What the samples are.</summary>
    public string SamplesNote => language.Pick("架空の就業支援センターのアンケートと会議録です。あとで取り消せます。", "Invented surveys and minutes of job support centres. They can be taken back.");

    /// <summary>Heading of the number of comments: that of the search, before any is set aside.</summary>
    public string CommentsRead => language.Pick("意見（重複も含めて）", "Comments, duplicates too");

    /// <summary>Heading of the sources.</summary>
    public string Add => language.Pick("資料を追加する", "Add sources");

    /// <summary>Heading of the history.</summary>
    public string History => language.Pick("取り込みの履歴", "History of imports");

    /// <summary>Takes an import back.</summary>
    public string Undo => language.Pick("この取り込みを取り消す", "Take this import back");

    /// <summary>Mark of an import that was taken back.</summary>
    public string WasUndone => language.Pick("取り消し済み", "taken back");

    /// <summary>Where nothing was chosen.</summary>
    public string NoFile => language.Pick("ファイルが選ばれていません。ファイルをドロップするか、選んでください。", "No file was chosen. Drop files or choose them.");

    /// <summary>Where nothing new came.</summary>
    public string Nothing => language.Pick("同じ内容の資料がすでにあるため、何も変わっていません。", "The same content is there already; nothing has changed.");

    /// <summary>Where to go after an import.</summary>
    public string Onward => language.Pick("概要を見る", "See the overview");

    /// <summary>Goes on with a draft.</summary>
    public string Continue => language.Pick("確かめて取り込む", "Check and import");

    /// <summary>Throws a draft away.</summary>
    public string Discard => language.Pick("やめる", "Discard");

    /// <summary>A draft that waits.</summary>
    /// <param name="files">Number of its files.</param>
    public string WaitingFor(int files) => language.Pick($"まだ取り込んでいないファイルが {files} 件あります。", $"{files} files have not been imported yet.");

    /// <summary>Where more was dropped than one may.</summary>
    /// <param name="options">How much one may drop.</param>
    public string TooMuch(ViewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var megabytes = options.MostUploadBytes / 1_000_000;
        return language.Pick(
            $"一度に入れられるのは {options.MostUploadFiles} 件、合わせて {megabytes:N0} MB までです。分けて入れてください。",
            $"At most {options.MostUploadFiles} files and {megabytes:N0} MB at once. Drop them in parts.");
    }

    /// <summary>A year as people write it.</summary>
    /// <param name="year">The year; null where unknown.</param>
    public string Year(int? year) => year is { } y ? language.Pick($"{y}年度", y.ToString(CultureInfo.InvariantCulture)) : "–";

    /// <summary>A format in words.</summary>
    /// <param name="format">The format.</param>
    public string Format(SourceFormat format) => language.Pick(TypeWords.Of(format));

    /// <summary>What an import did with a source.</summary>
    /// <param name="source">What it did.</param>
    public string Outcome(SourceImport source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Outcome switch
        {
            ImportOutcome.AlreadyThere => language.Pick($"同じ内容が「{source.SameAs}」としてすでにあります", $"the same content is there already as “{source.SameAs}”"),
            ImportOutcome.Added => language.Pick($"新しい資料、意見 {source.Added} 件", $"new, {source.Added} comments"),
            _ => language.Pick(
                $"訂正された資料：追加 {source.Added}、変わらず {source.Unchanged}、移動 {source.Moved}、訂正 {source.Changed}、削除 {source.Removed}。コーディング（提案も）は {source.CodingsKept} 件そのまま、{source.CodingsSetAside} 件取り置き",
                $"corrected: {source.Added} added, {source.Unchanged} unchanged, {source.Moved} moved, {source.Changed} changed, {source.Removed} removed; codings, proposals too: {source.CodingsKept} kept, {source.CodingsSetAside} set aside"),
        };
    }

    /// <summary>What an undo did.</summary>
    /// <param name="undo">It.</param>
    /// <param name="decisions">How many decisions of people went with it.</param>
    public string Undone(ImportUndo undo, int decisions)
    {
        ArgumentNullException.ThrowIfNull(undo);
        return language.Pick(
            $"取り込みを取り消しました。なくなった資料 {undo.SourcesRemoved}、前の版に戻った資料 {undo.SourcesRestored}。{(decisions == 0 ? string.Empty : $"付けた判断 {decisions} 件は取り置き、同じ資料が戻れば元に戻ります。")}",
            $"The import was taken back: {undo.SourcesRemoved} sources gone, {undo.SourcesRestored} back in the version before. {(decisions == 0 ? string.Empty : $"{decisions} decisions are set aside and return with their source.")}");
    }
}
