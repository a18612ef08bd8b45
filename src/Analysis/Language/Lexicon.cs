using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Analysis.Language;

/// <summary>The words of a field: which forms mean the same, which are no terms, which say nothing about a theme.</summary>
/// <remarks>Read-only after construction. Forms are compared normalised (<see cref="NormalizedText"/>).</remarks>
public sealed class Lexicon
{
    private readonly FrozenDictionary<string, string> _byForm;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _keyOfForm;
    private readonly FrozenDictionary<string, string> _bySkeleton;
    private readonly LexiconForm[][] _forms;

    // By code unit the place of its forms; the first has none.
    private readonly ushort[] _formsFrom = new ushort[char.MaxValue + 1];
    private readonly FrozenSet<string> _stop;
    private readonly FrozenSet<string> _template;

    /// <summary>Builds a lexicon.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="synonyms">Groups of forms that mean the same, the first standing for all; a form in two groups belongs to the first.</param>
    /// <param name="stop">Words that are never terms.</param>
    /// <param name="template">Words that are terms, but too common to say what a comment is about.</param>
    public Lexicon(
        string name,
        ImmutableArray<ImmutableArray<string>> synonyms,
        ImmutableArray<string> stop,
        ImmutableArray<string> template)
    {
        Name = name;
        Synonyms = synonyms;
        Stop = stop;
        Template = template;

        var byForm = new Dictionary<string, string>(StringComparer.Ordinal);
        var bySkeleton = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in synonyms.Where(g => g.Length > 0))
        {
            var key = KanjiSkeleton.Of(Normalize(group[0]));
            foreach (var form in group.Select(Normalize).Where(f => f.Length > 0))
            {
                byForm.TryAdd(form, key);
                bySkeleton.TryAdd(KanjiSkeleton.Of(form), key);
            }
        }

        _byForm = byForm.ToFrozenDictionary(StringComparer.Ordinal);
        _keyOfForm = _byForm.GetAlternateLookup<ReadOnlySpan<char>>();
        _bySkeleton = bySkeleton.ToFrozenDictionary(StringComparer.Ordinal);
        var forms = new List<LexiconForm[]> { Array.Empty<LexiconForm>() };
        foreach (var group in byForm.GroupBy(f => f.Key[0]))
        {
            _formsFrom[group.Key] = (ushort)forms.Count;
            forms.Add([.. group.OrderByDescending(f => f.Key.Length).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => new LexiconForm(f.Key, f.Value))]);
        }

        _forms = [.. forms];

        _stop = stop.Select(w => KeyOf(Normalize(w))).ToFrozenSet(StringComparer.Ordinal);
        _template = template.Select(w => KeyOf(Normalize(w))).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>A lexicon without words.</summary>
    public static Lexicon Empty { get; } = new(string.Empty, [], [], []);

    /// <summary>What the lexicon is called.</summary>
    public string Name { get; }

    /// <summary>Groups of forms that mean the same, as given.</summary>
    public ImmutableArray<ImmutableArray<string>> Synonyms { get; }

    /// <summary>Words that are never terms, as given.</summary>
    public ImmutableArray<string> Stop { get; }

    /// <summary>Words that are terms but say nothing about a theme, as given.</summary>
    public ImmutableArray<string> Template { get; }

    /// <summary>The key under which a dictionary form is counted: its group's, else the kanji skeleton of its common spelling.</summary>
    /// <param name="word">A normalised dictionary form.</param>
    public string KeyOf(string word) => Known(word) ?? (KuromojiDictionary.Default.CommonSpelling(word) is { } common ? Known(common) ?? KanjiSkeleton.Of(common) : KanjiSkeleton.Of(word));

    /// <summary>The key of a form of a group; null where it is in none.</summary>
    /// <param name="form">The form, normalised.</param>
    internal string? KeyOfForm(ReadOnlySpan<char> form) => _keyOfForm.TryGetValue(form, out var key) ? key : null;

    /// <summary>Whether a key is never a term.</summary>
    /// <param name="key">A key (<see cref="KeyOf"/>).</param>
    public bool IsStop(string key) => _stop.Contains(key);

    /// <summary>Whether a key is too common to say what a comment is about.</summary>
    /// <param name="key">A key (<see cref="KeyOf"/>).</param>
    public bool IsTemplate(string key) => _template.Contains(key);

    /// <inheritdoc cref="IsTemplate(string)"/>
    internal bool IsTemplate(ReadOnlySpan<char> key) => _template.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key);

    /// <summary>The forms of groups that begin with a UTF-16 code unit, longest first.</summary>
    internal ReadOnlySpan<LexiconForm> FormsFrom(char first) => _forms[_formsFrom[first]];

    // The key of the group that has a form, or one with the same kanji.
    private string? Known(string form) => _byForm.TryGetValue(form, out var key) || _bySkeleton.TryGetValue(KanjiSkeleton.Of(form), out key) ? key : null;

    private static string Normalize(string form) => NormalizedText.Of(form.Trim()).Text;
}

/// <summary>A form of a group of the lexicon.</summary>
/// <param name="Text">The form, normalised.</param>
/// <param name="Key">The group's key.</param>
internal readonly record struct LexiconForm(string Text, string Key);
