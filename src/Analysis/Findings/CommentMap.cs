using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Findings;

/// <summary>A picture of the comments: near places mean like words. The clusters are not made from it.</summary>
/// <param name="Places">One a comment with words that tell it apart, in the order of their words; the others are left out.</param>
/// <param name="Trustworthiness">
/// How far neighbours on the map are neighbours in words too (Venna and Kaski 2001), 0 to 1, two decimals; null where it is too small to say.
/// </param>
/// <param name="Kept">Share of a comment's nearest in words that are among its nearest on the map, 0 to 1, two decimals; null likewise.</param>
/// <param name="Neighbours">How many nearest were looked at.</param>
/// <param name="Measured">On how many comments.</param>
public sealed record CommentMap(
    ImmutableArray<MapPlace> Places, double? Trustworthiness, double? Kept, int Neighbours, int Measured);

/// <summary>Where a comment lies on the map.</summary>
/// <param name="Comment">Its id.</param>
/// <param name="X">From 0 (left) to 1, four decimals.</param>
/// <param name="Y">From 0 (top) to 1, four decimals.</param>
public readonly record struct MapPlace(string Comment, double X, double Y);
