using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Themes.Clusters;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Bench;

/// <summary>Groups found in comments against scikit-learn's, from the same words: time, and agreement with labels where the table has them.</summary>
internal static class ClusterSpeed
{
    private const int Times = 5;

    /// <summary>Runs ours, then <c>bench/peers/clusters.py</c> on the same words.</summary>
    /// <param name="file">A CSV with the columns text and topic; a label of its own where topic is empty.</param>
    /// <param name="comments">How many comments, from the first.</param>
    /// <param name="clusters">How many groups.</param>
    public static void Run(string file, int comments, int clusters)
    {
        var rows = Rows(file);
        var place = new Place(1, 1);
        var label = rows.Take(comments).Select((r, i) => (Comment: new Comment($"{i}", string.Empty, CommentKind.Answer, null, null, null, null, place, r.Text, []), r.Label))
            .ToDictionary(r => r.Comment, r => r.Label, ReferenceEqualityComparer.Instance as IEqualityComparer<Comment>);
        var corpus = TokenizedCorpus.Of([.. CommentOrder.ByWords(label.Keys)], TextTerms.ByKuromoji(LexiconReader.Default));
        var names = label.Values.Distinct(StringComparer.Ordinal).ToList();
        int[] labels = [.. corpus.Comments.Select(c => names.IndexOf(label[c.Comment]))];
        var words = Path.GetTempFileName();
        File.WriteAllLines(words, corpus.Comments.Select((c, i) => $"{labels[i]}\t" + string.Join(' ', c.Terms
            .Where(t => corpus.Terms[t.Term].Kind == TermKind.Word)
            .Select(t => corpus.Terms[t.Term].Key.Replace(' ', '_')))));
        var (wall, cpu) = (new List<double>(), new List<double>());
        var group = new int[labels.Length];
        for (var time = 0; time <= Times; time++)
        {
            var (start, used) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            var found = Clustering.Of(corpus, clusters, new AnalysisOptions().Runs, 1);
            if (time > 0)
            {
                wall.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                cpu.Add((Process.GetCurrentProcess().TotalProcessorTime - used).TotalSeconds);
            }

            Array.Fill(group, -1);
            for (var c = 0; c < found.Length; c++)
            {
                foreach (var member in found[c].Members)
                {
                    group[member] = c;
                }
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{"ours (four fits, the likeliest; members in order)",-48} wall {Median(wall),7:0.000} s  cpu {Median(cpu),7:0.000} s  ARI {PartitionAgreement.AdjustedRand(labels, group):0.000}  NMI {PartitionAgreement.NormalizedInformation(labels, group):0.000}"));
        using var peer = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["bench/peers/clusters.py", words, clusters.ToString(CultureInfo.InvariantCulture)]))!;
        peer.WaitForExit();
        File.Delete(words);
    }

    private static List<(string Text, string Label)> Rows(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<(string, string)>();
        while (csv.Read())
        {
            rows.Add((csv.GetField("text")!, csv.GetField("topic")!));
        }

        return rows;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
