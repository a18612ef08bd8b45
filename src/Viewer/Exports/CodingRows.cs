using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>The rows of a table of codings.</summary>
/// <param name="Rows">Those with a code.</param>
/// <param name="NoneFits">Rows that say of a comment that no code fits.</param>
/// <param name="Problems">Rows (1-based, the header counted) that cannot be read, and why.</param>
public sealed record CodingRows(
    ImmutableArray<CodingRow> Rows, ImmutableArray<CodingRow> NoneFits, ImmutableArray<(int Row, BilingualText What)> Problems);

/// <summary>A row of a table of codings.</summary>
/// <param name="Row">Its number, 1-based, the header counted.</param>
/// <param name="Comment">The comment's id.</param>
/// <param name="Code">The code's id; empty where the row says that none fits.</param>
/// <param name="State">What was decided.</param>
/// <param name="Version">The version number that was read; 0 for a new coding.</param>
/// <param name="CodeName">What the column of the code's name says: the name of before where only the code was changed.</param>
/// <param name="At">What the column of the time says.</param>
/// <param name="Who">What the column of who decided says: as it was exported.</param>
/// <param name="Text">What the column of the comment's text says.</param>
public sealed record CodingRow(int Row, string Comment, string Code, CodingState State, int Version, string CodeName = "", string At = "", string Who = "", string Text = "");
