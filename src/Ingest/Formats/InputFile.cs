namespace FeedbackLab.Ingest.Formats;

/// <summary>A file to be read.</summary>
/// <param name="Path">Its path as the user would name it.</param>
/// <param name="Explicit">Whether the user named the file itself and not a folder above it.</param>
public sealed record InputFile(string Path, bool Explicit);
