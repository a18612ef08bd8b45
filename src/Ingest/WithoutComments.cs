using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Ingest;

/// <summary>Tells why a file that was read holds no comment, and what to do.</summary>
internal static class WithoutComments
{
    /// <summary>The notice; null where the file holds comments or only tables of counts, or an error tells already why it holds none.</summary>
    /// <param name="reading">What the file holds.</param>
    /// <param name="isTold">Whether an error was found before the file's words were looked at.</param>
    public static Problem? Of(FileReading reading, bool isTold)
    {
        if (!reading.Comments.IsEmpty || isTold || (reading.LeftOut.IsEmpty && !reading.Tables.IsEmpty) || reading.Problems.Any(p => p.Severity == ProblemSeverity.Error))
        {
            return null;
        }

        var answers = reading.LeftOut.Count(l => l.Reason != LeftOutReason.Aside);
        var isTable = reading.Source.Format is SourceFormat.Delimited or SourceFormat.Excel;
        var isPdf = reading.Source.Format == SourceFormat.Pdf;
        return answers > 0 ? Notice(
                reading,
                $"「特になし」や空欄など、意見のない回答だけでした（{Number(answers)}件）。", $"All of its {Number(answers)} answers say nothing (“nothing in particular”, blank and the like).",
                "意見があるはずなら、その欄の言葉と列の役割を確かめてください。", "If there should be comments, check their words and the roles of the columns.")
            : isTable ? Notice(
                reading, "見出しの下に回答の行がありません。", "There is no row of answers below the header.",
                "回答の入ったファイルを指定してください。", "Name a file that holds answers.")
            : Notice(
                reading,
                $"回答や発言と見分けられる文章がないので、意見は0件です（{ReadAs(reading, "会議の日時・参加者などの欄として読みました", "{0}か所の文章は意見に数えていません", "見出しのほかに文章がありません")}）。",
                $"No passage could be told to be an answer or a remark, so it holds no comments ({ReadAs(reading, "what it says was read as a meeting's date, participants and the like", "{0} passages are not counted as comments", "there are headings and nothing else")}).",
                (isPdf ? "PDF の表（1行に1回答者など）は読み取れないので、元の Excel や Word のファイルがあればそれを取り込んでください。文章なら、" : string.Empty) + "回答票は「センター名：○○」の行と「問1 …」の行の下に答えを、まとめた資料は回答者名の行の下に「・」で1件ずつ、会議録は「日時：」の行と「○山田委員　…」の形で書くか、Excel の表（1行に1回答者）にしてください。",
                (isPdf ? "Tables in a PDF cannot be read: import the Excel or Word file that it was made from, if there is one. Otherwise: " : string.Empty) + "Write a sheet of answers with a line 「センター名：…」 and the answers below 「問1 …」, collected answers as bullets (・) below their respondent's name, minutes with a line 「日時：」 and remarks as 「○山田委員　…」; or make an Excel table, a respondent a row.");
    }

    private static Problem Notice(FileReading reading, string ja, string en, string doJa, string doEn) =>
        new(ProblemSeverity.Notice, reading.Source.Name, null, new BilingualText(ja, en), new BilingualText(doJa, doEn));

    private static string ReadAs(FileReading reading, string meetings, string passages, string nothing) =>
        !reading.LeftOut.IsEmpty ? passages.Replace("{0}", Number(reading.LeftOut.Length), StringComparison.Ordinal) : reading.Meetings.IsEmpty ? nothing : meetings;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
