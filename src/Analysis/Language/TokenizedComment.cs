using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Language;

/// <summary>A comment with its terms.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Normalized">Its normalised copy.</param>
/// <param name="Terms">Its terms in order; a compound comes after its parts.</param>
public sealed record TokenizedComment(Comment Comment, NormalizedText Normalized, ImmutableArray<TermUse> Terms);

/// <summary>One use of a term.</summary>
/// <param name="Term">Index in <see cref="TokenizedCorpus.Terms"/>.</param>
/// <param name="Span">Where it stands in the comment's untouched text.</param>
/// <param name="Position">Number of its first word in the comment, 0-based.</param>
public readonly record struct TermUse(int Term, TextSpan Span, int Position);

/// <summary>A term of a corpus.</summary>
/// <param name="Key">What it is counted as.</param>
/// <param name="Display">The form that people write most often; of equals the shortest, then the first in ordinal order.</param>
/// <param name="Kind">Word or compound.</param>
/// <param name="IsTemplate">Whether it is too common in the field to say what a comment is about.</param>
/// <param name="IsPredicate">Whether it is only ever a verb or an adjective.</param>
/// <param name="Comments">Number of comments that have it.</param>
public sealed record Term(string Key, string Display, TermKind Kind, bool IsTemplate, bool IsPredicate, int Comments);
