using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Reads the words of a Word document (.docx) as its readers see them.</summary>
/// <remarks>
/// Tracked changes are taken as accepted. Left out: comments, foot- and endnotes and their marks, headers and footers, field codes, furigana
/// (the words below it are kept), unfilled placeholders of forms, hidden text (with a notice).
/// </remarks>
public static class WordReader
{
    /// <summary>Paragraphs and tables in order, or the problem that keeps the document from being read.</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    public static WordReading Read(string file, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var (package, problem) = WordPackage.Open(file, bytes);
        if (package is null)
        {
            return new WordReading([], [problem!]);
        }

        var walk = new WordWalk(new WordStyles(package.Styles), new WordNumbering(package.Numbering));
        walk.Run(package.Body);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (walk.HiddenParagraphs > 0)
        {
            problems.Add(WordProblems.Hidden(file, walk.HiddenParagraphs));
        }

        if (walk.EmbeddedDocuments > 0)
        {
            problems.Add(WordProblems.Embedded(file, walk.EmbeddedDocuments));
        }

        return new WordReading([.. walk.Parts], problems.ToImmutable());
    }
}
