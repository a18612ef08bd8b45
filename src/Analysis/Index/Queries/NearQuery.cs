namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments where one thing stands near another, without overlap.</summary>
/// <remarks>
/// Both sides give stretches of positions: terms, words, phrases without slop, strings, prefixes and wildcards, other NEARs, and ORs of these. Of an AND the
/// first part gives them, the others only say in which comments. Of stretches that contain another only the inner one counts. A match is the stretch over both; counted is how many there are. Scored by BM25 with the
/// sum of the rarities of all terms below.
/// </remarks>
/// <param name="Left">One side.</param>
/// <param name="Right">The other; the later one where the order counts.</param>
/// <param name="Distance">How many tokens may stand between, at least 0.</param>
/// <param name="InOrder">Whether the left must stand first.</param>
public sealed record NearQuery(IndexQuery Left, IndexQuery Right, int Distance, bool InOrder = false) : IndexQuery;
