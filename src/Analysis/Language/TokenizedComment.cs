using System.Collections;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Language;

/// <summary>A comment with its terms.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Terms">Its terms in order; a compound comes after its parts.</param>
public readonly record struct TokenizedComment(Comment Comment, TermUses Terms);

/// <summary>One use of a term.</summary>
/// <remarks>
/// Twelve bytes, as there are millions: 12 bits of the third four are the length of the span, 20 the position. A span of more than 4,095 code
/// units ends there, and words from the 1,048,576th on have the last position; no dictionary has such a word, and hardly anybody says so many.
/// </remarks>
public readonly record struct TermUse
{
    private const int PositionBits = 20;
    private const int LastPosition = (1 << PositionBits) - 1;
    private const int LongestSpan = (1 << (32 - PositionBits)) - 1;

    private readonly int _start;
    private readonly uint _lengthAndPosition;

    /// <summary>A use.</summary>
    /// <param name="term">Index in <see cref="TokenizedCorpus.Terms"/>.</param>
    /// <param name="span">Where it stands in the comment's untouched text.</param>
    /// <param name="position">Number of its first word in the comment, 0-based.</param>
    public TermUse(int term, TextSpan span, int position)
    {
        Term = term;
        _start = span.Start;
        _lengthAndPosition = ((uint)Math.Min(span.End - span.Start, LongestSpan) << PositionBits) | (uint)Math.Min(position, LastPosition);
    }

    /// <summary>Index in <see cref="TokenizedCorpus.Terms"/>.</summary>
    public int Term { get; init; }

    /// <summary>Where it stands in the comment's untouched text.</summary>
    public TextSpan Span => new(_start, _start + (int)(_lengthAndPosition >> PositionBits));

    /// <summary>Number of its first word in the comment, 0-based.</summary>
    public int Position => (int)(_lengthAndPosition & LastPosition);
}

/// <summary>The terms of a comment: a stretch of the column that holds those of many comments.</summary>
public readonly struct TermUses : IReadOnlyList<TermUse>, IEquatable<TermUses>
{
    private readonly TermUse[]? _column;
    private readonly int _start;

    internal TermUses(TermUse[] column, int start, int count)
    {
        _column = column;
        _start = start;
        Count = count;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public TermUse this[int index] => AsSpan()[index];

    /// <summary>Whether two are the same stretch.</summary>
    public static bool operator ==(TermUses left, TermUses right) => left.Equals(right);

    /// <summary>Whether two are different stretches.</summary>
    public static bool operator !=(TermUses left, TermUses right) => !left.Equals(right);

    /// <summary>The uses side by side, for loops over many comments.</summary>
    public ReadOnlySpan<TermUse> AsSpan() => _column.AsSpan(_start, Count);

    /// <summary>Goes through the uses in order.</summary>
    public ReadOnlySpan<TermUse>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(TermUses other) => ReferenceEquals(_column, other._column) && _start == other._start && Count == other.Count;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TermUses other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_start, Count);

    IEnumerator<TermUse> IEnumerable<TermUse>.GetEnumerator() => ((IEnumerable<TermUse>)new ArraySegment<TermUse>(_column ?? [], _start, Count)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<TermUse>)this).GetEnumerator();
}

/// <summary>A term of a corpus.</summary>
/// <param name="Key">What it is counted as.</param>
/// <param name="Display">The form that people write most often; of equals the shortest, then the first in ordinal order.</param>
/// <param name="Kind">Word or compound.</param>
/// <param name="IsTemplate">Whether it is too common in the field to say what a comment is about.</param>
/// <param name="IsPredicate">Whether it is only ever a verb or an adjective.</param>
/// <param name="Comments">Number of comments that have it.</param>
public sealed record Term(string Key, string Display, TermKind Kind, bool IsTemplate, bool IsPredicate, int Comments);
