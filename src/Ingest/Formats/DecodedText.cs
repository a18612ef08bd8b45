namespace FeedbackLab.Ingest.Formats;

/// <summary>A file's text and the encoding it was read in.</summary>
/// <param name="Text">The characters, without a byte order mark.</param>
/// <param name="Encoding">The encoding's usual name.</param>
public sealed record DecodedText(string Text, string Encoding);
