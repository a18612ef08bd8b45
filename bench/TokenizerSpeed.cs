using System.Diagnostics;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Bench;

/// <summary>Tokens a second, warm: medians of five runs after two that do not count.</summary>
internal static class TokenizerSpeed
{
    public const int WarmUps = 2;
    public const int Runs = 5;

    /// <summary>Tokens a second on one thread, and bytes allocated a token.</summary>
    public static (double Rate, double BytesPerToken) OneThread(string[] lines, TokenizeMode mode)
    {
        var work = new Work(mode);
        var rates = new List<double>();
        var bytes = 0.0;
        for (var run = 0; run < WarmUps + Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            var tokens = work.Count(lines);
            rates.Add(tokens / Stopwatch.GetElapsedTime(start).TotalSeconds);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)tokens;
        }

        return (Median(rates.Skip(WarmUps)), bytes);
    }

    /// <summary>Tokens a second of two threads together, each on every other line: short and long lines come in stretches.</summary>
    public static double TwoThreads(string[] lines, TokenizeMode mode)
    {
        var halves = lines.Index().GroupBy(l => l.Index % 2, l => l.Item).Select(half => half.ToArray()).ToArray();
        var works = new[] { new Work(mode), new Work(mode) };
        var rates = new List<double>();
        for (var run = 0; run < WarmUps + Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var counts = new long[2];
            Parallel.For(0, 2, i => counts[i] = works[i].Count(halves[i]));
            rates.Add(counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Median(rates.Skip(WarmUps));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed class Work(TokenizeMode mode)
    {
        private readonly KuromojiTokenizer _tokenizer = new(KuromojiDictionary.Default, new TokenizerOptions { Mode = mode });
        private readonly List<Token> _tokens = [];

        public long Count(string[] lines)
        {
            var count = 0L;
            foreach (var line in lines)
            {
                _tokens.Clear();
                _tokenizer.Tokenize(line, _tokens);
                count += _tokens.Count;
            }

            return count;
        }
    }
}
