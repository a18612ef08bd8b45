namespace FeedbackLab.Analysis.Themes;

/// <summary>X ≈ W·H with nothing negative.</summary>
/// <param name="Rows">W: one row a row of X, one column a factor.</param>
/// <param name="Columns">H transposed: one row a column of X, one column a factor.</param>
public sealed record NonNegativeFactors(double[,] Rows, double[,] Columns);
