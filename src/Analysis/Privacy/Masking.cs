using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Puts pseudonyms in the place of what points at somebody.</summary>
public sealed class Masking
{
    private const int LongestFollower = 16;

    private readonly Dictionary<string, ImmutableArray<PersonalMention>> _mentions;
    private readonly Dictionary<string, string> _pseudonyms;
    private readonly PrivacyWords _words;

    /// <summary>The masks of some texts.</summary>
    /// <param name="review">The review list of these texts.</param>
    /// <param name="pseudonyms">A pseudonym for every masked name of it.</param>
    /// <param name="words">The words by which names are told.</param>
    public Masking(ImmutableArray<ReviewEntry> review, ImmutableArray<Pseudonym> pseudonyms, PrivacyWords words)
    {
        _words = words;
        _mentions = review
            .Where(e => e.IsMasked)
            .SelectMany(e => e.Places)
            .GroupBy(p => p.Text, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Mention).OrderBy(m => m.Span.Start).ToImmutableArray(), StringComparer.Ordinal);
        _pseudonyms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pseudonym in pseudonyms)
        {
            _pseudonyms.TryAdd(Key(pseudonym.Kind, pseudonym.Name), pseudonym.Text);
        }
    }

    /// <summary>A text with its masks.</summary>
    /// <param name="key">Key of the text, as in the review list.</param>
    /// <param name="text">The untouched text.</param>
    /// <returns>The text itself where it holds nothing to mask.</returns>
    /// <exception cref="InvalidOperationException">A name has no pseudonym.</exception>
    public string Mask(string key, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_mentions.TryGetValue(key, out var mentions))
        {
            return text;
        }

        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var mention in mentions)
        {
            masked.Append(text, at, mention.Span.Start - at).Append(Of(mention, text));
            at = mention.Span.End;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Where stretches of a text stand in it once it is masked.</summary>
    /// <param name="key">Key of the text.</param>
    /// <param name="text">The untouched text.</param>
    /// <param name="spans">Stretches of the untouched text, in order, without overlap.</param>
    /// <returns>Stretches of the masked text; one that touches a mask takes all of the pseudonym in, and two that then overlap are one.</returns>
    public ImmutableArray<TextSpan> Spans(string key, string text, ImmutableArray<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _mentions.TryGetValue(key, out var mentions)
            ? Language.TextSpans.Merge(spans.Select(s => new TextSpan(Moved(mentions, text, s.Start, isEnd: false), Moved(mentions, text, s.End, isEnd: true))))
            : spans;
    }

    /// <summary>Whether a stretch of a text shares a character with a mask.</summary>
    /// <param name="key">Key of the text.</param>
    /// <param name="span">The stretch of the untouched text.</param>
    public bool Touches(string key, TextSpan span) =>
        _mentions.TryGetValue(key, out var mentions) && mentions.Any(m => m.Span.Start < span.End && span.Start < m.Span.End);

    /// <summary>What stands for a name that is not in a text: a respondent's; the name itself where it has no pseudonym.</summary>
    /// <param name="kind">What is named.</param>
    /// <param name="name">The name as it is written.</param>
    public string Name(PersonalDataKind kind, string name) =>
        _pseudonyms.GetValueOrDefault(Key(kind, PersonalDataFinder.NameOf(name)), name);

    /// <summary>Whether a term holds a name of two characters or more that is masked.</summary>
    /// <param name="term">The term.</param>
    public bool HoldsName(string term)
    {
        var normal = PersonalDataFinder.NameOf(term);
        return _pseudonyms.Keys.Any(k => k.IndexOf(' ', StringComparison.Ordinal) is var cut && k.Length - cut > 2 && normal.Contains(k[(cut + 1)..], StringComparison.Ordinal));
    }

    private static string Key(PersonalDataKind kind, string name) => $"{(int)kind} {name}";

    private int Moved(ImmutableArray<PersonalMention> mentions, string text, int at, bool isEnd)
    {
        var moved = 0;
        foreach (var mention in mentions)
        {
            var length = Of(mention, text).Length;
            if (at <= mention.Span.Start)
            {
                break;
            }

            if (at < mention.Span.End)
            {
                return mention.Span.Start + moved + (isEnd ? length : 0);
            }

            moved += length - (mention.Span.End - mention.Span.Start);
        }

        return at + moved;
    }

    private string Of(PersonalMention mention, string text)
    {
        var pseudonym = _pseudonyms.TryGetValue(Key(mention.Kind, mention.Name), out var known)
            ? known
            : throw new InvalidOperationException($"A name of kind {mention.Kind} has no pseudonym.");
        return mention.Kind == PersonalDataKind.Person && !HasFollower(text, mention.Span.End) ? pseudonym + "氏" : pseudonym;
    }

    // A title that begins as pseudonyms end (センター長) does not stand right behind one: there is Ａセンター too.
    private bool HasFollower(string text, int at)
    {
        var behind = text.AsSpan(at, Math.Min(LongestFollower, text.Length - at)).ToString();

        // さ ん behind 小 林.
        var letters = behind.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("　", string.Empty, StringComparison.Ordinal);
        return _words.Honorifics.Any(h => letters.StartsWith(h, StringComparison.Ordinal)) || _words.Titles.Any(t => behind.TrimStart(' ', '　').StartsWith(t, StringComparison.Ordinal) && !Pseudonyms.BeginsWithSort(t, _words));
    }
}
