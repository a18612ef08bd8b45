using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats.Pdf;

/// <summary>The problems that PDFs have, in the words that users read.</summary>
internal static class PdfProblems
{
    public static Problem NoPdf(string file) => Error(file, "PDF ではありません（拡張子と中身が違います）。", "It is no PDF (its content is not what its name says).", "元のソフトで開けるか確かめ、PDF として保存し直してください。", "Check that it opens in the program that made it and save it as PDF again.");

    public static Problem NoProgram(string file, string program) => Error(file,
        $"PDF を読むプログラム「{program}」（poppler）が見つかりません。", $"The program “{program}” (poppler), which reads PDFs, was not found.",
        "poppler を入れてください。Windows: winget install oschwartz10612.Poppler（または poppler の zip を展開して bin フォルダを PATH に加える）、macOS: brew install poppler、Debian・Ubuntu: sudo apt install poppler-utils。",
        "Install poppler. Windows: winget install oschwartz10612.Poppler (or unpack poppler's zip and add its bin folder to PATH); macOS: brew install poppler; Debian, Ubuntu: sudo apt install poppler-utils.");

    public static Problem NoJapanese(string file) => Error(file,
        "poppler の日本語データがないので、この PDF の文字を読めません。", "The PDF's characters cannot be read because poppler's data for Japanese is missing.",
        "poppler-data を入れてください（Debian・Ubuntu: sudo apt install poppler-data。Windows: poppler の zip の share フォルダも一緒に置く）。",
        "Install poppler-data (Debian, Ubuntu: sudo apt install poppler-data; Windows: keep the share folder of poppler's zip beside its programs).");

    public static Problem TooSlow(string file, TimeSpan limit) => Error(file,
        string.Create(CultureInfo.InvariantCulture, $"PDF の読み取りが {limit.TotalSeconds:0.#} 秒で終わらなかったので、打ち切りました。"),
        string.Create(CultureInfo.InvariantCulture, $"Reading the PDF was stopped because it took longer than {limit.TotalSeconds:0.#} seconds."),
        "ページを分けて保存し直してください。", "Split it into files with fewer pages.");

    public static Problem TooLong(string file) => Error(file, "PDF から取り出した文字が 200 MB を超えるので、読みませんでした。", "It was not read: its text is longer than 200 MB.", "ページを分けて保存し直してください。", "Split it into files with fewer pages.");

    public static Problem Encrypted(string file) => Error(file, "PDF にパスワードがかかっています。", "The PDF is protected by a password.", "パスワードを外して保存し直してください。", "Save it again without the password.");

    public static Problem NotPermitted(string file) => Error(file, "この PDF は文字の取り出しが許可されていません。", "The PDF does not permit its text to be copied.", "作成した人に、制限のない PDF か元のファイルをもらってください。", "Ask its author for a PDF without restrictions, or for the original file.");

    public static Problem Damaged(string file) => Error(file, "PDF が壊れているか、途中で切れています。", "The PDF is damaged or cut off.", "もう一度入手するか、PDF として保存し直してください。", "Get it again, or save it as PDF again.");

    public static Problem Scanned(string file, int pages) => Error(file,
        string.Create(CultureInfo.InvariantCulture, $"PDF に文字が入っていません（{pages} ページが画像のようです）。"),
        string.Create(CultureInfo.InvariantCulture, $"The PDF holds no text (its {pages} pages seem to be pictures)."),
        "スキャンした紙なら、文字認識（OCR）をかけた PDF にしてください。", "If it was scanned, run text recognition (OCR) on it first.");

    public static Problem PagesWithoutText(string file, int pages, int all) => Notice(file,
        string.Create(CultureInfo.InvariantCulture, $"{all} ページのうち {pages} ページには文字がありません（画像か白紙です）。"),
        string.Create(CultureInfo.InvariantCulture, $"{pages} of {all} pages hold no text (pictures or blank)."),
        "意見がそこにあるなら、文字認識（OCR）をかけてください。", "If there are answers on them, run text recognition (OCR) on the file.");

    public static Problem Mended(string file) => Notice(file, "PDF に壊れたところがあり、読めないページがあるかもしれません。", "Parts of the PDF are damaged; pages may be missing.", "件数を元の資料と見比べ、足りなければ入手し直してください。", "Compare the number of answers with the original; get the file again if some are missing.");

    public static Problem NoTemporaryFile(string file) => Error(file, "一時フォルダに書き込めないので、PDF を読めません。", "The PDF cannot be read because the temporary folder is not writable.", "ディスクの空きと、一時フォルダの書き込み許可を確かめてください。", "Check the free disk space and that you may write to the temporary folder.");

    private static Problem Error(string file, string ja, string en, string doJa, string doEn) =>
        new(ProblemSeverity.Error, file, null, new BilingualText(ja, en), new BilingualText(doJa, doEn));

    private static Problem Notice(string file, string ja, string en, string doJa, string doEn) =>
        new(ProblemSeverity.Notice, file, null, new BilingualText(ja, en), new BilingualText(doJa, doEn));
}
