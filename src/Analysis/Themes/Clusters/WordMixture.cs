using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Groups of short comments by a mixture of word distributions: every comment is of one group, every group draws its words its own way.</summary>
/// <remarks>
/// The Dirichlet multinomial mixture of Yin and Wang (2014, "GSDMM"), a word counted once a comment, by Gibbs sampling and in the last rounds by
/// taking the likeliest group. Draws depend on the seed and the round only. Sums run in the order of the groups: the same on every machine.
/// </remarks>
internal sealed class WordMixture
{
    private const double GroupPrior = 1;
    private const double WordPrior = 0.2;
    private const int GreedyRounds = 5;
    private const int Together = 16;
    private const int MostOnStack = 256;

    private readonly int _groups;
    private readonly int _width;
    private readonly int _vocabulary;
    private readonly int[] _rows;
    private readonly double[] _uses;
    private readonly double[] _inverse;
    private readonly double[] _members;
    private readonly int[] _group;
    private readonly int[] _places;
    private readonly int[] _starts;
    private ulong _state;

    // A word that the fitted comments do not have says nothing about their groups: its row is −1.
    private WordMixture(int groups, ClusterWords words, ReadOnlySpan<int> sample, ulong seed)
    {
        _groups = groups;
        _rows = new int[words.Terms.Length];
        Array.Fill(_rows, -1);
        var vocabulary = 0;
        foreach (var comment in sample)
        {
            foreach (var word in words.WordsOf(comment))
            {
                if (_rows[word] < 0)
                {
                    _rows[word] = vocabulary++;
                }
            }
        }

        _vocabulary = vocabulary;
        _width = (groups + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _uses = new double[(vocabulary + 1) * _width];
        Array.Fill(_uses, WordPrior);
        _inverse = new double[_width];
        _members = new double[_width];
        Array.Fill(_inverse, 1 / WordPrior, 0, groups);
        Array.Fill(_members, GroupPrior, 0, groups);
        (_places, _starts) = PlacesOf(words, sample);
        _group = new int[sample.Length];
        _state = seed;
        for (var i = 0; i < sample.Length; i++)
        {
            _group[i] = (int)(Draws.Next(ref _state) * groups);
            Move(Own(i), _group[i], 1);
        }
    }

    /// <summary>How likely the comments are with their groups, as a logarithm; the higher the better among fits of the same comments and groups.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>A mixture that fits some comments.</summary>
    /// <param name="words">The comments.</param>
    /// <param name="sample">Places of the comments to fit, each with words.</param>
    /// <param name="groups">How many groups, at least 1; some may end up empty.</param>
    /// <param name="rounds">Rounds over the comments.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static WordMixture Fit(ClusterWords words, ReadOnlySpan<int> sample, int groups, int rounds, ulong seed)
    {
        var mixture = new WordMixture(groups, words, sample, seed);
        mixture.GoOn(rounds);
        return mixture;
    }

    /// <summary>Fits further: draws, and in the last rounds takes the likeliest group.</summary>
    /// <param name="rounds">Rounds over the comments.</param>
    public void GoOn(int rounds)
    {
        var chances = new double[_width];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < _group.Length; i++)
            {
                Chances(Own(i), _group[i], chances);
                var next = round >= rounds - GreedyRounds ? Likeliest(chances, _groups) : Drawn(chances, _groups, Draws.Next(ref _state));
                if (next != _group[i])
                {
                    Move(Own(i), _group[i], -1);
                    Move(Own(i), next, 1);
                    _group[i] = next;
                }
            }
        }

        LogLikelihood = Likelihood(_group.Length);
    }

    /// <summary>The likeliest group of each comment, −1 where it has no word that the fitted comments have; the same words always have the same group.</summary>
    /// <param name="words">The comments.</param>
    public int[] Assign(ClusterWords words)
    {
        var assignment = new int[words.Count];
        var parts = Math.Min(words.Count, 64);
        Parallel.For(0, parts, part =>
        {
            var chances = new double[_width];
            for (var i = (int)((long)words.Count * part / parts); i < (int)((long)words.Count * (part + 1) / parts); i++)
            {
                assignment[i] = Of(words.WordsOf(i), chances, isWanted: false);
            }
        });
        return assignment;
    }

    /// <summary>The likeliest group of some comments.</summary>
    /// <param name="words">The comments.</param>
    /// <param name="sample">Their places, each with words.</param>
    public int[] Assign(ClusterWords words, ReadOnlySpan<int> sample)
    {
        var chances = new double[_width];
        var assignment = new int[sample.Length];
        for (var i = 0; i < sample.Length; i++)
        {
            assignment[i] = Of(words.WordsOf(sample[i]), chances, isWanted: true);
        }

        return assignment;
    }

    private ReadOnlySpan<int> Own(int i) => _places.AsSpan(_starts[i].._starts[i + 1]);

    // By word of each comment where its row of uses begins.
    private (int[] Places, int[] Starts) PlacesOf(ClusterWords words, ReadOnlySpan<int> sample)
    {
        var starts = new int[sample.Length + 1];
        for (var i = 0; i < sample.Length; i++)
        {
            starts[i + 1] = starts[i] + words.WordsOf(sample[i]).Length;
        }

        var places = new int[starts[^1]];
        for (var i = 0; i < sample.Length; i++)
        {
            var own = words.WordsOf(sample[i]);
            for (var w = 0; w < own.Length; w++)
            {
                places[starts[i] + w] = _rows[own[w]] * _width;
            }
        }

        return (places, starts);
    }

    // The likeliest group; where no word is known the largest, or −1 if it must be known.
    private int Of(ReadOnlySpan<int> words, double[] chances, bool isWanted)
    {
        var places = words.Length <= MostOnStack ? stackalloc int[words.Length] : new int[words.Length];
        var known = 0;
        foreach (var word in words)
        {
            if (_rows[word] is >= 0 and var row)
            {
                places[known++] = row * _width;
            }
        }

        Chances(places[..known], -1, chances);
        return known == 0 && !isWanted ? -1 : Likeliest(chances, _groups);
    }

    // p(group) ∝ (members + prior) · Π (uses of the word + prior) / (all uses + prior · vocabulary), each factor scaled by the vocabulary; after
    // every few words the largest becomes 1, so that long comments do not run out of range. The group that the comment is in (−1: in none) counts
    // without it: most comments stay where they are, and are not taken out to be asked.
    private void Chances(ReadOnlySpan<int> places, int home, double[] chances)
    {
        _members.CopyTo(chances, 0);
        var inverseOfHome = 0.0;
        if (home >= 0)
        {
            chances[home]--;
            inverseOfHome = Inverse(_uses[(_vocabulary * _width) + home] - places.Length);
        }

        ref var uses = ref MemoryMarshal.GetArrayDataReference(_uses);
        for (var start = 0; start < places.Length; start += Together)
        {
            var few = places.Slice(start, Math.Min(Together, places.Length - start));
            var chanceOfHome = 0.0;
            if (home >= 0)
            {
                chanceOfHome = chances[home];
                foreach (var place in few)
                {
                    chanceOfHome *= (Unsafe.Add(ref uses, place + home) - 1) * inverseOfHome;
                }
            }

            for (var g = 0; g < _width; g += Vector<double>.Count)
            {
                var product = new Vector<double>(chances, g);
                var inverse = new Vector<double>(_inverse, g);
                foreach (var place in few)
                {
                    // In bounds: a place is where a row of so many groups begins.
                    product *= Vector.LoadUnsafe(ref uses, (nuint)(place + g)) * inverse;
                }

                product.CopyTo(chances, g);
            }

            if (home >= 0)
            {
                chances[home] = chanceOfHome;
            }

            if (start + Together < places.Length)
            {
                var scale = 1 / chances[Likeliest(chances, _groups)];
                for (var g = 0; g < _groups; g++)
                {
                    chances[g] *= scale;
                }
            }
        }
    }

    private void Move(ReadOnlySpan<int> places, int group, int by)
    {
        _members[group] += by;
        var uses = _uses;
        foreach (var place in places)
        {
            uses[place + group] += by;
        }

        ref var all = ref uses[(_vocabulary * _width) + group];
        all += by * places.Length;
        _inverse[group] = Inverse(all);
    }

    // Of what a group's words are divided by; all of its uses have the prior of one word with them.
    private double Inverse(double all) => _vocabulary / (all + (WordPrior * (_vocabulary - 1)));

    private static int Likeliest(double[] chances, int groups)
    {
        var best = 0;
        for (var g = 1; g < groups; g++)
        {
            best = chances[g] > chances[best] ? g : best;
        }

        return best;
    }

    private static int Drawn(double[] chances, int groups, double draw)
    {
        var sum = 0.0;
        for (var g = 0; g < groups; g++)
        {
            sum += chances[g];
        }

        var left = draw * sum;
        for (var g = 0; g < groups - 1; g++)
        {
            left -= chances[g];
            if (left < 0)
            {
                return g;
            }
        }

        return groups - 1;
    }

    // Of comments and groups together: Σ m·ln(m/n) + Σ c·ln((c + prior) / (all + prior · vocabulary)).
    private double Likelihood(int comments)
    {
        var sum = 0.0;
        for (var g = 0; g < _groups; g++)
        {
            var members = _members[g] - GroupPrior;
            sum += members > 0.5 ? members * Math.Log(members / comments) : 0;
            var all = _vocabulary / _inverse[g];
            for (var row = 0; row < _vocabulary; row++)
            {
                var uses = _uses[(row * _width) + g];
                sum += uses > 0.5 ? (uses - WordPrior) * Math.Log(uses / all) : 0;
            }
        }

        return sum;
    }
}
