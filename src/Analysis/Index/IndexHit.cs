namespace FeedbackLab.Analysis.Index;

/// <summary>A comment that matches.</summary>
/// <param name="Document">Its number in the snapshot, for <see cref="IndexSnapshot.LayoutOf"/>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Score">BM25 (Robertson and Zaragoza 2009, k1 of the request, b 0.75), at least 0; 0 where another order was asked for.</param>
public readonly record struct IndexHit(int Document, string Id, double Score);
