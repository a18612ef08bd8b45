using System.Diagnostics;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Bench;

/// <summary>How long a workspace takes to import, read, correct and undo, with made-up answers in a folder of the temp directory.</summary>
internal static class WorkspaceSpeed
{
    private const int Sources = 4;
    private static readonly DateTimeOffset When = new(2026, 5, 20, 12, 0, 0, TimeSpan.FromHours(9));

    /// <summary>What was measured, with its figure.</summary>
    /// <param name="answers">How many comments, over four sources.</param>
    public static IEnumerable<(string What, double Value)> Measure(int answers)
    {
        var folder = Directory.CreateTempSubdirectory("feedbacklab-").FullName;
        try
        {
            using var store = WorkspaceStore.Create(folder, new WorkspaceOptions());
            var batch = Batch(answers, string.Empty);
            GC.Collect();
            var before = Environment.WorkingSet;
            var start = Stopwatch.GetTimestamp();
            var import = store.Import(batch);
            yield return ($"import of {answers} comments, s", Stopwatch.GetElapsedTime(start).TotalSeconds);
            yield return ("resident above the batch, MB", (Process.GetCurrentProcess().WorkingSet64 - before) / 1e6);
            yield return ("write-ahead log after it, MB", new FileInfo(Path.Combine(folder, "feedback.db-wal")).Length / 1e6);

            start = Stopwatch.GetTimestamp();
            _ = store.Corpus().Comments.Length;
            yield return ("corpus, s", Stopwatch.GetElapsedTime(start).TotalSeconds);

            start = Stopwatch.GetTimestamp();
            _ = store.Comments(new CommentFilter(Year: 2024, Skip: answers / 2, Take: 50));
            yield return ("a page of 50 from the middle, ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);

            store.SaveCodebook("codes:\n- id: move\n  name: 移動\n", 0, "測定", When);
            StoredCoding[] codings = [.. batch.Corpus.Comments.Select(c => new StoredCoding(c.Id, "move", CodingState.Proposed, 0.5, [new(0, 2)], 1, "測定", When))];
            start = Stopwatch.GetTimestamp();
            store.SaveCodings(codings);
            yield return ("codings, one a comment, s", Stopwatch.GetElapsedTime(start).TotalSeconds);

            var decisions = codings.Take(101).Select(c => Milliseconds(() => store.SaveCodings([c with { State = CodingState.Accepted, Version = 1 }]))).Order().ToList();
            yield return ("one decision, ms, median of 101", decisions[50]);

            start = Stopwatch.GetTimestamp();
            var correction = store.Import(Batch(answers, "（訂正）"));
            yield return ("import of all sources corrected, s", Stopwatch.GetElapsedTime(start).TotalSeconds);
            yield return ("codings kept of it", correction.Sources.Sum(s => s.CodingsKept));

            start = Stopwatch.GetTimestamp();
            store.Undo(correction.Import!.Value, "測定", When);
            yield return ("undo of the correction, s", Stopwatch.GetElapsedTime(start).TotalSeconds);

            store.Dispose();
            start = Stopwatch.GetTimestamp();
            using (WorkspaceStore.Open(folder, new WorkspaceOptions()))
            {
                yield return ("opening with its check, s", Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Milliseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Answers of 100 characters with two attributes; a correction rewords one in ten and inserts a row at the top.</summary>
    private static ImportBatch Batch(int answers, string correction)
    {
        var sources = new List<Source>();
        var comments = new List<Comment>();
        for (var s = 0; s < Sources; s++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"調査{s}.csv");
            var sha256 = string.Create(CultureInfo.InvariantCulture, $"{s}{correction}").PadLeft(64, '0');
            var first = correction.Length > 0 ? 3 : 2;
            sources.Add(new Source(name, sha256, SourceFormat.Delimited, "utf-8", null, 2024, answers / Sources + 1, []));
            for (var i = 0; i < answers / Sources; i++)
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{(i % 10 == 0 ? correction : string.Empty)}夜間の見守りを頼める人が見つからず、{i % 97}か月待っている。送迎の便も週に{i % 5}回しかなく、通いたくても通えないという声が家族から{i}件あった。来年度に向けて見直してほしい。手続きの書類も多く、書き方を聞ける窓口が近くにない。");
                var place = new Place(first + i, first + i, null, first + i, "困っていること");
                comments.Add(new Comment(
                    CommentId.Of(sha256, place, text), name, CommentKind.Answer, string.Create(CultureInfo.InvariantCulture, $"第{i % 311}事業所"), null,
                    "困っていること", 2024, place, text, [new("地区", "北部"), new("定員", "20")]));
            }
        }

        return new ImportBatch(new CommentCorpus([.. sources], [.. comments], [], [], [], [], []), "測定", When, []);
    }
}
