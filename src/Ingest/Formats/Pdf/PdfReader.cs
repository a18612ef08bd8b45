using System.Collections.Immutable;
using System.Diagnostics;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats.Pdf;

/// <summary>Reads the text of a PDF through poppler's <c>pdftotext</c>.</summary>
/// <remarks>
/// The program is run twice on a temporary file of its own, without a shell: once in the order in which the page was written, so
/// that columns and cells stay apart, and once as the page looks, for indents and blank lines; <see cref="PageText"/> puts the two together.
/// </remarks>
public static class PdfReader
{
    private const int IncorrectPassword = 1;
    private const int NotPermitted = 3;

    /// <summary>Letters a page below which a PDF is pictures of pages: page numbers and stamps have hardly any.</summary>
    private const int FewLetters = 3;

    /// <summary>The text, its pages ended by form feeds, or null with the problem that keeps it from being read.</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="options">The program and its time limit.</param>
    public static PdfReading Read(string file, byte[] bytes, PdfOptions options)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(options);
        if (bytes.Length == 0)
        {
            return Failed(FileProblems.Empty(file));
        }

        if (bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) < 0)
        {
            return Failed(PdfProblems.NoPdf(file));
        }

        var clock = Stopwatch.StartNew();
        try
        {
            using var copy = new TemporaryCopy(bytes);
            var written = PdfProgram.Run(options.Program, ["-raw", "-enc", "UTF-8", copy.Path, "-"], options.TimeLimit);
            if (ProblemOf(file, written, options) is { } problem)
            {
                return Failed(problem);
            }

            var seen = PdfProgram.Run(options.Program, ["-layout", "-enc", "UTF-8", copy.Path, "-"], options.TimeLimit - clock.Elapsed);
            return (ProblemOf(file, seen, options) is { } second) ? Failed(second) : Checked(file, written, seen);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(PdfProblems.NoTemporaryFile(file));
        }
    }

    private static Problem? ProblemOf(string file, PdfProgramResult result, PdfOptions options) => result.End switch
    {
        PdfProgramEnd.NotFound => PdfProblems.NoProgram(file, options.Program),
        PdfProgramEnd.TimedOut => PdfProblems.TooSlow(file, options.TimeLimit),
        PdfProgramEnd.TooLong => PdfProblems.TooLong(file),
        _ when result.Errors.Contains("Missing language pack", StringComparison.Ordinal) => PdfProblems.NoJapanese(file),
        _ when result.ExitCode == 0 => null,
        _ when result.ExitCode == NotPermitted => PdfProblems.NotPermitted(file),
        _ when result.ExitCode == IncorrectPassword && result.Errors.Contains("password", StringComparison.OrdinalIgnoreCase) => PdfProblems.Encrypted(file),
        _ => PdfProblems.Damaged(file),
    };

    private static PdfReading Checked(string file, PdfProgramResult written, PdfProgramResult seen)
    {
        var text = PageText.Combine(written.Output, seen.Output);
        var pages = text.TrimEnd('\n').TrimEnd('\f').Split('\f');
        var letters = pages.Select(page => page.Count(char.IsLetter)).ToList();
        var damaged = written.Errors.Contains("Syntax Error", StringComparison.Ordinal);
        if (letters.Sum() < FewLetters * pages.Length)
        {
            return Failed(damaged ? PdfProblems.Damaged(file) : PdfProblems.Scanned(file, pages.Length));
        }

        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (damaged)
        {
            problems.Add(PdfProblems.Mended(file));
        }

        var blank = letters.Count(count => count == 0);
        if (blank > 0)
        {
            problems.Add(PdfProblems.PagesWithoutText(file, blank, pages.Length));
        }

        return new PdfReading(text, problems.ToImmutable());
    }

    private static PdfReading Failed(Problem problem) => new(null, [problem]);
}
