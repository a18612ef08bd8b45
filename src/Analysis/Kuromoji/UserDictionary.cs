using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>Words that the user adds, with Kuromoji's meaning: where one matches, no word of IPADIC counts, and it nearly always wins.</summary>
/// <remarks>Read-only and safe to share between threads. Compare Lucene 4.10, <c>org.apache.lucene.analysis.ja.dict.UserDictionary</c>.</remarks>
public sealed class UserDictionary
{
    /// <summary>Cost of every word.</summary>
    internal const int WordCost = -100_000;

    /// <summary>Context id of every word, left and right.</summary>
    internal const int Context = 5;

    private static readonly Lazy<UserDictionary> Embedded = new(LoadEmbedded);

    private readonly ImmutableArray<UserWord> _words;
    private readonly ImmutableArray<(string Reading, string PartOfSpeech)> _parts;
    private readonly List<int> _wordOfNode = [-1];

    // The trie: the root's children by their code unit, 0 for none; the other nodes' in chains.
    private readonly int[] _starts = new int[char.MaxValue + 1];
    private readonly List<(char Letter, int FirstChild, int Sibling)> _nodes = [default];

    internal UserDictionary(ImmutableArray<UserWord> words)
    {
        _words = words;
        _parts = [.. words.SelectMany(w => w.Readings.Select(reading => (reading, w.PartOfSpeech)))];
        for (var word = 0; word < words.Length; word++)
        {
            _wordOfNode[Grow(words[word].Surface)] = word;
        }
    }

    /// <summary>The words of this field that come with the program (corpora/user-dictionary.csv).</summary>
    public static UserDictionary OfTheField => Embedded.Value;

    /// <summary>Number of words.</summary>
    public int Count => _words.Length;

    /// <summary>The words of a file in Kuromoji's form, or what is wrong with it, by line.</summary>
    /// <remarks>
    /// A line is <c>surface,segmentation,readings,part of speech</c>: the segmentation is the surface with its parts apart by spaces,
    /// with a reading each. <c>#</c> and what follows on its line is a comment; a field may stand in double quotes.
    /// </remarks>
    /// <param name="text">The file's text; an empty one gives an empty dictionary.</param>
    /// <param name="file">The file as the user named it, for messages.</param>
    public static UserDictionaryParse Parse(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        return UserDictionaryReader.Read(text, file);
    }

    /// <summary>The node of the trie that follows another on a UTF-16 code unit; -1 where none does. The root is 0.</summary>
    internal int Step(int node, char next)
    {
        var child = node == 0 ? _starts[next] : _nodes[node].FirstChild;
        while (child > 0 && _nodes[child].Letter != next)
        {
            child = _nodes[child].Sibling;
        }

        return child > 0 ? child : -1;
    }

    /// <summary>The word that ends at a node; -1 for none.</summary>
    internal int WordAt(int node) => _wordOfNode[node];

    /// <summary>Lengths of a word's parts, in UTF-16 code units.</summary>
    internal ImmutableArray<int> PartLengths(int word) => _words[word].PartLengths;

    /// <summary>Number of a word's first part among all parts; tokens are parts.</summary>
    internal int FirstPart(int word) => _words[word].FirstPart;

    /// <summary>What the file says about a part.</summary>
    internal WordFeatures Describe(int part) => new(_parts[part].PartOfSpeech, null, _parts[part].Reading, null, null, null);

    private static UserDictionary LoadEmbedded()
    {
        using var stream = typeof(UserDictionary).Assembly.GetManifestResourceStream("user-dictionary.csv")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), "user-dictionary.csv").Dictionary
            ?? throw new InvalidOperationException("The user dictionary that the build embedded is wrong (user-dictionary.csv).");
    }

    private int Grow(string surface)
    {
        var node = 0;
        foreach (var c in surface)
        {
            var next = Step(node, c);
            if (next < 0)
            {
                next = _wordOfNode.Count;
                _wordOfNode.Add(-1);
                _nodes.Add((c, 0, node == 0 ? 0 : _nodes[node].FirstChild));
                if (node == 0)
                {
                    _starts[c] = next;
                }
                else
                {
                    _nodes[node] = _nodes[node] with { FirstChild = next };
                }
            }

            node = next;
        }

        return node;
    }
}

/// <summary>What came of a user dictionary's file.</summary>
/// <param name="Dictionary">The dictionary; null where a line is wrong.</param>
/// <param name="Problems">What is wrong, by line; empty where all is well.</param>
public sealed record UserDictionaryParse(UserDictionary? Dictionary, ImmutableArray<Problem> Problems);

/// <summary>A word of the user's.</summary>
/// <param name="Surface">The word as it stands in texts.</param>
/// <param name="PartLengths">Lengths of its parts; they add up to the surface.</param>
/// <param name="Readings">A reading for each part.</param>
/// <param name="PartOfSpeech">The part of speech of all parts.</param>
/// <param name="FirstPart">Number of its first part among all parts.</param>
internal sealed record UserWord(
    string Surface, ImmutableArray<int> PartLengths, ImmutableArray<string> Readings, string PartOfSpeech, int FirstPart);
