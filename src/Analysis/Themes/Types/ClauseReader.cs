using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>Tells what a clause does from its end: endings are taken off one by one until a cue, or nothing known, is left.</summary>
/// <remarks>Each step takes a character off at least and looks at no more than the longest end has, so any clause is read in linear time.</remarks>
internal ref struct ClauseReader
{
    private const int MostSteps = 24;
    private const int LongestNoun = 12;

    // How far before a denial the しか stands that makes "only" of it.
    private const int OnlyWithin = 12;

    private static readonly EndTable Ends = new([.. SilentWords.All, .. WorryCues.All, .. WishCues.All, .. MeritCues.All, .. TroubleCues.All, .. Endings.All]);

    private readonly Marks _whole;
    private ReadOnlySpan<char> _rest;
    private Marks _marks;
    private Slots _slots = Slots.Clause;

    // Others wish or ask it.
    private bool _isOfOthers;

    // Told where nothing before tells something else.
    private CommentType? _otherwise;

    private ClauseReader(ReadOnlySpan<char> clause, bool isLast)
    {
        _whole = _marks = isLast ? Marks.Whole | Marks.Last : Marks.Whole;
        _rest = clause;
    }

    /// <summary>Reads a clause.</summary>
    /// <param name="clause">The clause, normalised, without the mark that ends it.</param>
    /// <param name="isLast">Whether it is the last of its sentence.</param>
    public static ClauseReading Of(ReadOnlySpan<char> clause, bool isLast)
    {
        var reader = new ClauseReader(clause, isLast);
        var (asks, reported) = (false, clause.Length);
        for (var steps = 0; steps < MostSteps && !reader._rest.IsEmpty; steps++)
        {
            ref readonly var end = ref Ends.Longest(reader._rest, reader._slots, reader._marks, out var length);
            if (length == 0)
            {
                if (reader.TakesNoun())
                {
                    continue;
                }

                return reader.Told(reader.Unsettled(), asks, reported);
            }

            asks |= end.Asks;
            if (end.Leaves == Slots.None)
            {
                return reader.Told(reader.Settled(in end), asks, reported);
            }

            if (reader.Takes(in end, length) is { } type)
            {
                return reader.Told(type, asks || (reader._marks & Marks.Asking) != 0, reported);
            }

            if (reader.Is(Marks.Asking))
            {
                return reader.Told(null, asks, reported); // asks whether there is something
            }

            reported = end.Reports ? reader._rest.Length : reported;
            reader._isOfOthers |= end.IsOfOthers;
        }

        return reader.Told(reader._otherwise, asks, reported);
    }

    private readonly ClauseReading Told(CommentType? type, bool asks, int length) =>
        new(_isOfOthers && type is (CommentType.Request or CommentType.Question) ? null : type, asks || _isOfOthers, length);

    private readonly bool Is(Marks marks) => (_marks & marks) == marks;

    // Takes an end off; the type where that settles it.
    private CommentType? Takes(ref readonly ClauseEnd end, int length)
    {
        var behind = _rest[^length..];
        _otherwise = (end.Sets & Marks.Doubted) != 0 ? CommentType.Concern : _otherwise ?? (Is(Marks.Denied) ? end.DeniedType : end.Type);
        _rest = _rest[..^length].TrimEnd(' ');
        _slots = end.Leaves;
        _marks = ((_marks & ~Marks.Whole) ^ (end.Sets & Marks.Denied)) | (end.Sets & ~Marks.Denied);
        if (end.Reports)
        {
            _marks = _whole;
            return null;
        }

        return (end.Sets & Marks.Asking) != 0 ? Asked(behind)
            : (end.Sets & Marks.Denied) != 0 && (end.Leaves & Slots.Stem) != 0 && Is(Marks.Denied) && IsOnly(_rest[^Math.Min(_rest.Length, OnlyWithin)..]) ? Feared(CommentType.Issue)
            : null;
    }

    // A denial that asks wishes for what can be (できないか), fears what may be (混乱しないか), or asks whether there is something.
    private readonly CommentType? Asked(ReadOnlySpan<char> behind) =>
        CanNot.Ends(_rest) || _rest is [.., 'で', 'き'] or [.., '出', '来'] or [.., 'か', 'な', 'ら'] or [.., not ('な' or 'し' or '悪' or '遅'), 'く', 'な', 'ら'] || behind.StartsWith("ないもの", StringComparison.Ordinal) ? CommentType.Request
            : behind is "ないか" or "ないかと" or "ないだろうか" or "ないでしょうか" && _rest is [.., 'し' or 'い' or 'ら' or 'わ' or 'た' or 'ま' or 'ば'] ? CommentType.Concern
            : null;

    private static bool IsOnly(ReadOnlySpan<char> before)
    {
        var at = before.LastIndexOf("しか", StringComparison.Ordinal);
        return at >= 0 && (at + 2 == before.Length || before[at + 2] is not ('し' or 'も' or 'け' or 'ね' or 'た' or 'る' or 'え')); // しかし, 話しかけ, 亡くしかね
    }

    // Whatever 〜人がいる or 〜所が多い is about, what is said of it stands before it.
    private bool TakesNoun()
    {
        if ((_slots & Slots.Thing) == 0 || Is(Marks.Attributive))
        {
            return false;
        }

        var length = 0;
        while (length < Math.Min(_rest.Length, LongestNoun) && IsOfNoun(_rest[^(length + 1)]))
        {
            length++;
        }

        _rest = _rest[..^length];
        _slots = Slots.Predicate;
        _marks |= Marks.Attributive;
        return length > 0;
    }

    private static bool IsOfNoun(char c) => c is (>= '一' and <= '鿿') or (>= 'ァ' and <= 'ヺ') or 'ー' or '々';

    // No end is known.
    private readonly CommentType? Unsettled() =>
        Is(Marks.Denied) && (_slots & Slots.Stem) != 0 && CanNot.Ends(_rest) ? Feared(CommentType.Issue) : Came() ?? _otherwise;

    private readonly CommentType? Settled(ref readonly ClauseEnd end)
    {
        if ((Is(Marks.Denied) ? end.DeniedType : end.Type) is { } type)
        {
            return Feared(type);
        }

        if (end.Type is null && end.DeniedType is not null)
        {
            return Came() ?? _otherwise; // 足りる: what is told behind it stays
        }

        return Is(Marks.Doubted) ? CommentType.Concern
            : Is(Marks.Denied | Marks.Less | Marks.Done) && end.Type is CommentType.Issue or CommentType.Concern ? CommentType.Merit
            : null;
    }

    // What has come to be possible.
    private readonly CommentType? Came() =>
        Is(Marks.Became | Marks.Done) && !Is(Marks.Denied) && _rest is [.., 'る'] && (CanNot.Ends(_rest[..^1]) || _rest is [.., 'き', _]) ? CommentType.Merit : null;

    private readonly CommentType Feared(CommentType type) =>
        !Is(Marks.Doubted) ? type
            : type is CommentType.Request or CommentType.Merit ? CommentType.Request
            : CommentType.Concern;
}

/// <summary>What a clause does.</summary>
/// <param name="Type">Its type; null where no cue tells it.</param>
/// <param name="Asks">Whether it is no question though it has the form of one.</param>
/// <param name="Length">How many of its characters stand before words that only report it.</param>
internal readonly record struct ClauseReading(CommentType? Type, bool Asks, int Length);
