using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Kanji that names are also written with (髙, 﨑, 𠮷), and the common ones that the dictionary knows.</summary>
internal sealed class KanjiVariants
{
    // For kanji beyond the first plane that are no variant: one that stands in no name.
    private const char Unknown = '龥';

    private readonly FrozenDictionary<Rune, char> _common;

    /// <summary>The variants of some groups.</summary>
    /// <param name="groups">In each the variants, then the common kanji.</param>
    public KanjiVariants(ImmutableArray<string> groups) => _common = groups
        .SelectMany(g => g.EnumerateRunes().SkipLast(1).Select(r => (Variant: r, Common: g[^1])))
        .ToFrozenDictionary(p => p.Variant, p => p.Common);

    /// <summary>A text in which every variant stands as the common kanji; variation selectors are gone.</summary>
    public string Common(string text) => Common(text, static (_, _) => true, null);

    /// <summary>A text in which some variants stand as the common kanji; variation selectors are gone, and no kanji takes two code units.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="isMeant">Whether the variant at a place is to stand as the common kanji.</param>
    /// <param name="sources">Gets the stretch of <paramref name="text"/> behind every character; null where nobody asks.</param>
    public string Common(string text, Func<string, int, bool> isMeant, List<(int Start, int End)>? sources)
    {
        if (!text.Any(IsCandidate))
        {
            return text;
        }

        var common = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            if (isRune && IsSelector(rune) && common.Length > 0)
            {
                if (sources is not null)
                {
                    sources[^1] = (sources[^1].Start, at + length);
                }
            }
            else
            {
                var before = common.Length;
                common.Append(
                    isRune && _common.TryGetValue(rune, out var other) && (length > 1 || isMeant(text, at)) ? [other]
                    : isRune && rune.Value is >= 0x20000 and < 0x40000 ? [Unknown]
                    : text.AsSpan(at, length));
                for (var i = before; i < common.Length; i++)
                {
                    sources?.Add(common.Length - before == length ? (at + i - before, at + i - before + 1) : (at, at + length));
                }
            }

            at += length;
        }

        return common.ToString();
    }

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private bool IsCandidate(char c) => char.IsSurrogate(c) || (c >= '\u3400' && (IsSelector(new Rune(c)) || _common.ContainsKey(new Rune(c))));
}
