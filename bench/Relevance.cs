using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Storage;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Bench;

/// <summary>How well questions find the passage that answers them: recall and mean reciprocal rank.</summary>
internal static class Relevance
{
    private const int Depth = 10;

    /// <summary>Shares of the questions whose passage comes first, and among the first ten, and the mean of one over its rank (0 below).</summary>
    /// <param name="passages">CSV with the columns pid, title and text.</param>
    /// <param name="queries">CSV with the columns question and relevant_pid.</param>
    public static (double First, double Ten, double ReciprocalRank, int Queries) Of(string passages, string queries)
    {
        var folder = Directory.CreateTempSubdirectory("feedbacklab-relevance-");
        try
        {
            using (var writer = IndexWriter.Create(folder.FullName, "relevance"))
            {
                writer.Add([.. Rows(passages).Select(r => Passage(r["pid"], r["title"] + "。" + r["text"]))], () => new CommentDocuments(TextTerms.ByKuromoji(LexiconReader.Default)).Of);
                writer.Commit();
            }

            using var index = IndexFolder.Open(folder.FullName, "relevance");
            var reader = TextTerms.ByKuromoji(LexiconReader.Default);
            var documents = new CommentDocuments(reader);
            var comments = Rows(passages).Select(r => Passage(r["pid"], r["title"] + "。" + r["text"])).ToDictionary(c => c.Id, StringComparer.Ordinal);
            var ranks = Rows(queries).Select(q => Rank(index, documents, ids => [.. ids.Select(i => comments[i])], q["question"], q["relevant_pid"])).ToList();
            return (
                ranks.Count(r => r == 1) / (double)ranks.Count,
                ranks.Count(r => r > 0) / (double)ranks.Count,
                ranks.Average(r => r > 0 ? 1.0 / r : 0),
                ranks.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Rank(
        IndexSnapshot index, CommentDocuments documents, Func<IReadOnlyList<string>, ImmutableArray<Comment>> commentsOf, string question, string passage)
    {
        var query = QuestionQuery.Of(documents.Of(question));
        var hits = query is null ? [] : QuestionSearch.Answer(index, question, new SearchRequest(query) { Count = Depth }, commentsOf).Hits;
        return hits.Select(h => h.Id).ToList().IndexOf(passage) + 1;
    }

    private static Comment Passage(string id, string text) =>
        new(id, "passages", CommentKind.Report, null, null, null, null, new Place(1, 1), text, []);

    private static List<Dictionary<string, string>> Rows(string file)
    {
        using var csv = new CsvReader(new StreamReader(file, Encoding.UTF8), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(h => h, h => csv.GetField(h)!, StringComparer.Ordinal));
        }

        return rows;
    }
}
