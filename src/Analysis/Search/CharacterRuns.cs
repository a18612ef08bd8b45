using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Search;

/// <summary>How much texts share with a question of its characters, and of its pairs and triples of them, by their rarity.</summary>
/// <remarks>
/// What the tokenizer cuts one way in the question and another way in a comment is the same to them. Runs are of letters and digits of the
/// normalised texts; single hiragana and pairs of hiragana alone say nothing and are left out. Each kind scores as words do, by BM25 with k1 .4 and
/// b .75 over the number of runs of its kind; docs/methods/index.md says where the weights come from.
/// </remarks>
public sealed class CharacterRuns
{
    private const double LengthShare = 0.75;
    private static readonly (int Length, double Weight)[] Kinds = [(1, 0.4), (2, 0.3), (3, 0.1)];

    private readonly Dictionary<ulong, int>[] _numbers;

    /// <summary>The runs of a question.</summary>
    /// <param name="question">The question.</param>
    public CharacterRuns(string question)
    {
        var text = NormalizedText.Of(question).Text;
        _numbers = [.. Kinds.Select(k => Starts(text, k.Length).Select(at => Key(text, at, k.Length)).Distinct().Select((run, i) => (run, i)).ToDictionary(r => r.run, r => r.i))];
    }

    /// <summary>What each of some texts scores, at least 0.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="sample">Texts drawn evenly from all, or all; how rare a run is, is told from them, and from the texts that are scored.</param>
    /// <param name="total">How many there are in all, at least as many as in either list.</param>
    public ImmutableArray<double> Score(IReadOnlyList<string> texts, IReadOnlyList<string> sample, int total)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(sample);
        var scores = new double[texts.Count];
        string[] scored = [.. texts.Select(t => NormalizedText.Of(t).Text)];
        string[] drawn = [.. sample.Select(t => NormalizedText.Of(t).Text)];
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            Add(scores, kind, Count(scored, kind), Count(drawn, kind), total);
        }

        return [.. scores];
    }

    private void Add(double[] scores, int kind, List<(int[] Counts, int Length)> scored, List<(int[] Counts, int Length)> drawn, int total)
    {
        var average = drawn.Count == 0 ? 1 : Math.Max(1, drawn.Average(d => d.Length));
        for (var run = 0; run < _numbers[kind].Count; run++)
        {
            // No rarer than seen: a run that the sample misses stands in the texts at hand at least.
            var having = Math.Max(
                scored.Count(s => s.Counts[run] > 0),
                drawn.Count == 0 ? 0 : drawn.Count(d => d.Counts[run] > 0) * (double)total / drawn.Count);
            var rarity = Math.Log(1 + ((total - having + 0.5) / (having + 0.5)));
            for (var i = 0; i < scores.Length; i++)
            {
                double count = scored[i].Counts[run];
                var norm = QuestionQuery.Saturation * (1 - LengthShare + (LengthShare * scored[i].Length / average));
                scores[i] += count > 0 ? Kinds[kind].Weight * rarity * count * (QuestionQuery.Saturation + 1) / (count + norm) : 0;
            }
        }
    }

    // By text how often it has each run of the question, and how many runs it has at all.
    private List<(int[] Counts, int Length)> Count(string[] texts, int kind) => [.. texts.Select(text =>
    {
        var counts = new int[_numbers[kind].Count];
        var length = 0;
        foreach (var at in Starts(text, Kinds[kind].Length))
        {
            length++;
            if (_numbers[kind].TryGetValue(Key(text, at, Kinds[kind].Length), out var number))
            {
                counts[number]++;
            }
        }

        return (counts, length);
    })];

    private static IEnumerable<int> Starts(string text, int length)
    {
        var letters = 0;
        var hiragana = 0;
        for (var end = 0; end < text.Length; end++)
        {
            letters = char.IsLetterOrDigit(text[end]) || text[end] == '々' ? letters + 1 : 0;
            hiragana = text[end] is > '\u3040' and < '\u3097' ? hiragana + 1 : 0;
            if (letters >= length && (length > 2 || hiragana < length))
            {
                yield return end + 1 - length;
            }
        }
    }

    private static ulong Key(string text, int start, int length)
    {
        var key = 0UL;
        for (var i = 0; i < length; i++)
        {
            key = (key << 16) | text[start + i];
        }

        return key;
    }
}
