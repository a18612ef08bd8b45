using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>What a Word document holds.</summary>
/// <param name="Parts">Paragraphs and tables in the order of the document; none where it could not be read.</param>
/// <param name="Problems">One error where it could not be read; else notices.</param>
public sealed record WordReading(ImmutableArray<WordPart> Parts, ImmutableArray<Problem> Problems);
