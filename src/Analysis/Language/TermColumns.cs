using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Language;

/// <summary>Reads comments into columns of terms, numbered and counted as they come; for one thread.</summary>
/// <remarks>A term has a number of its own here: <see cref="TermVocabulary"/> gives all threads' terms one number.</remarks>
internal sealed class TermColumns : ITermSink
{
    private readonly IWordSource _source;
    private readonly TermWalk _walk;
    private readonly List<FoundWord> _words = [];
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _termOf;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _shownOf;
    private readonly List<TermTally> _tallies = [];
    private readonly List<TermUse> _uses = [];
    private readonly Dictionary<long, int> _forms = [];
    private readonly List<WordEntry> _counted = [];
    private NormalizedText _text = NormalizedText.Of(string.Empty);
    private int _comment = -1;

    public TermColumns(IWordSource source, Lexicon lexicon)
    {
        _source = source;
        _walk = new TermWalk(lexicon);
        _termOf = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _shownOf = _shown.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Keys of the terms, by number.</summary>
    public IEnumerable<string> Keys => _terms.Keys;

    /// <summary>What was counted of each term, by number.</summary>
    public ReadOnlySpan<TermTally> Tallies => CollectionsMarshal.AsSpan(_tallies);

    /// <summary>Forms in which terms are shown, by number.</summary>
    public IEnumerable<string> Shown => _shown.Keys;

    /// <summary>How often a term was written in a form: (term &lt;&lt; 32 | form), times.</summary>
    public Dictionary<long, int> Forms()
    {
        foreach (var word in _counted)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_forms, Form(word.Term, word.Shown), out _) += word.Times;
            word.Times = 0;
        }

        _counted.Clear();
        return _forms;
    }

    /// <summary>Reads a text and gives its terms, which stay until the next one is read.</summary>
    /// <param name="text">The untouched text. One that was read last costs little.</param>
    public ReadOnlySpan<TermUse> Read(string text)
    {
        _uses.Clear();
        _comment++;
        var sink = this;
        if (_text.Original == text)
        {
            _walk.Repeat(ref sink);
        }
        else
        {
            _text = NormalizedText.Of(text);
            _source.Read(_text.Text, _words);
            _walk.Terms(_text.Text, CollectionsMarshal.AsSpan(_words), ref sink);
        }

        return CollectionsMarshal.AsSpan(_uses);
    }

    /// <inheritdoc/>
    public void Word(WordEntry word, int start, int end, int position)
    {
        if (word.Term < 0)
        {
            word.Term = Number(_termOf, word.Key);
        }

        var span = _text.ToOriginal(start, end);
        var written = _text.Original.AsSpan(span.Start, span.End - span.Start);
        if (word.Role != WordRole.Predicate && !written.SequenceEqual(_text.Text.AsSpan(start, end - start)))
        {
            CountForm(word.Term, Number(_shownOf, written));
        }
        else
        {
            // An entry has one dictionary form and one normalised surface: it is counted there.
            if (word.Times++ == 0)
            {
                word.Shown = word.Shown >= 0 ? word.Shown : Number(_shownOf, word.Role == WordRole.Predicate ? word.Form : written);
                _counted.Add(word);
            }
        }

        Add(word.Term, word.IsTemplate, word.Role == WordRole.Predicate, TermKind.Word, new TermUse(word.Term, span, position));
    }

    /// <inheritdoc/>
    public void Compound(ReadOnlySpan<char> key, bool isTemplate, int start, int end, int position)
    {
        var term = Number(_termOf, key);
        var span = _text.ToOriginal(start, end);
        var shown = Number(_shownOf, _text.Original.AsSpan(span.Start, span.End - span.Start));
        CountForm(term, shown);
        Add(term, isTemplate, false, TermKind.Compound, new TermUse(term, span, position));
    }

    private static int Number(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers, ReadOnlySpan<char> text)
    {
        var next = numbers.Dictionary.Count;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, text, out var isKnown);
        return isKnown ? number : number = next;
    }

    private static long Form(int term, int shown) => ((long)term << 32) | (uint)shown;

    private void CountForm(int term, int shown) => CollectionsMarshal.GetValueRefOrAddDefault(_forms, Form(term, shown), out _)++;

    private void Add(int term, bool isTemplate, bool isPredicate, TermKind kind, TermUse use)
    {
        if (term == _tallies.Count)
        {
            _tallies.Add(TermTally.Nothing);
        }

        ref var tally = ref CollectionsMarshal.AsSpan(_tallies)[term];
        tally.Comments += tally.Last == _comment ? 0 : 1;
        tally.Last = _comment;
        tally.Kind = kind < tally.Kind ? kind : tally.Kind;
        tally.IsTemplate &= isTemplate;
        tally.IsPredicate &= isPredicate;
        _uses.Add(use);
    }
}

/// <summary>What is counted of a term.</summary>
internal record struct TermTally(int Comments, int Last, TermKind Kind, bool IsTemplate, bool IsPredicate)
{
    /// <summary>Before anything was counted.</summary>
    public static TermTally Nothing => new(0, -1, TermKind.Compound, true, true);
}
