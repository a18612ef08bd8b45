namespace FeedbackLab.Ingest.Corpus;

/// <summary>The same words in Japanese and in English, for messages and names that the user reads.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
public sealed record BilingualText(string Ja, string En);
