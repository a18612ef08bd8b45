using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>The problems that Word files have, in the words that users read.</summary>
internal static class WordProblems
{
    public static Problem NoWord(string file) => Of(ProblemSeverity.Error, file, "Word の文書（.docx）ではありません（拡張子と中身が違います）。", "It is no Word document (.docx); its content is not what its name says.", "Word で開けるか確かめ、「Word 文書（.docx）」として保存し直してください。", "Check that Word opens it and save it as “Word Document (.docx)”.");

    public static Problem OldFormat(string file) => Of(ProblemSeverity.Error, file, "古い形式の Word 文書（.doc）は読めません。", "Documents in Word's old format (.doc) cannot be read.", "Word で開き、「Word 文書（.docx）」として保存し直してください。", "Open it in Word and save it as “Word Document (.docx)”.");

    public static Problem Encrypted(string file) => Of(ProblemSeverity.Error, file, "Word の文書にパスワードがかかっています。", "The Word document is protected by a password.", "Word で開き、パスワードを外して保存し直してください。", "Open it in Word and save it again without the password.");

    public static Problem Damaged(string file) => Of(ProblemSeverity.Error, file, "Word の文書が壊れているか、途中で切れています。", "The Word document is damaged or cut off.", "もう一度入手するか、Word で「開いて修復」して保存し直してください。", "Get it again, or open it in Word with “Open and Repair” and save it again.");

    public static Problem TooDeep(string file) => Of(ProblemSeverity.Error, file, "Word の文書の入れ子が深すぎます。", "The Word document is nested too deeply.", "表の中の表などを減らして保存し直してください。", "Save it again with fewer tables inside tables.");

    public static Problem Hidden(string file, int paragraphs) => Of(ProblemSeverity.Notice, file,
        string.Create(CultureInfo.InvariantCulture, $"隠し文字が {paragraphs} 段落にあり、読みませんでした。"),
        string.Create(CultureInfo.InvariantCulture, $"Hidden text in {paragraphs} paragraphs was not read."),
        "意見なら、Word で隠し文字の書式を外してください。", "If it holds answers, take the format “hidden” off in Word.");

    public static Problem Embedded(string file, int parts) => Of(ProblemSeverity.Notice, file,
        string.Create(CultureInfo.InvariantCulture, $"埋め込まれた別の文書が {parts} か所にあり、読みませんでした。"),
        string.Create(CultureInfo.InvariantCulture, $"{parts} embedded documents were not read."),
        "Word で開いて保存し直すと、本文に取り込まれます。", "Open it in Word and save it again: they become part of the text.");

    private static Problem Of(ProblemSeverity severity, string file, string ja, string en, string doJa, string doEn) =>
        new(severity, file, null, new BilingualText(ja, en), new BilingualText(doJa, doEn));
}
