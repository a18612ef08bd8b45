using FeedbackLab.Analysis.Statistics.Association;

namespace FeedbackLab.Analysis.Search.Collocations;

/// <summary>A word that stands near the matches.</summary>
/// <param name="Key">What it is counted as and looked up by.</param>
/// <param name="Form">How it is shown: the form that the hits have most often.</param>
/// <param name="Left">Times that it stands left of a match, near it.</param>
/// <param name="Right">Times that it stands right of a match, near it.</param>
/// <param name="Respondents">Known respondents who have it near a match.</param>
/// <param name="Association">
/// Comments that have it near a match (both), that match (first), that have it anywhere (second), and all (total), with the measures of them.
/// </param>
public sealed record Collocate(string Key, string Form, int Left, int Right, int Respondents, WordAssociation Association);
