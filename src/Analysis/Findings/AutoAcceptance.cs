namespace FeedbackLab.Analysis.Findings;

/// <summary>What was taken as accepted without anybody looking, and how often that is right.</summary>
/// <param name="Share">Which share of the undecided comments, the surest first, 0 to 1.</param>
/// <param name="Comments">How many comments that is.</param>
/// <param name="Right">Of the same share of the comments that people decided on, each coded as if nobody had: those whose best code is right.</param>
/// <param name="Of">How many those are; 0 where nobody has decided on anything, so that nothing can be said.</param>
public sealed record AutoAcceptance(double Share, int Comments, int Right, int Of);
