namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>What the dictionary of a segment says about a term.</summary>
/// <param name="Documents">Comments of the segment that have it, deleted ones included; 0 where it is not there.</param>
/// <param name="HasLengths">Whether a use of it spans more than one position.</param>
/// <param name="Offset">First byte of its postings.</param>
/// <param name="Length">Bytes of its postings.</param>
internal readonly record struct TermEntry(int Documents, bool HasLengths, int Offset, int Length);
