using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages;

/// <summary>A stretch of a source, the comments in it marked. The partial <c>_Passages</c> shows it.</summary>
/// <param name="Text">The source.</param>
/// <param name="Start">The first passage shown, 0-based.</param>
/// <param name="End">The passage after the last.</param>
/// <param name="Comments">The source's comments.</param>
/// <param name="Shown">The comment that the page is about; null for none.</param>
/// <param name="Language">The language of the user.</param>
public sealed record PassagesView(SourceText Text, int Start, int End, ImmutableArray<Comment> Comments, Comment? Shown, ScreenLanguage Language)
{
    private readonly ILookup<int, Comment> _byPassage = Lookup(Text, Start, End, Comments);

    /// <summary>The passages in stretches of the same sheet.</summary>
    public IEnumerable<IGrouping<string, (SourcePassage Passage, int Index)>> Sheets =>
        Text.Passages[Start..End].Select((p, i) => (p, Start + i)).GroupBy(p => p.p.Sheet ?? string.Empty, StringComparer.Ordinal);

    /// <summary>Whether a passage is one of the rows that hold the headers, which stand above the table anyway.</summary>
    /// <param name="passage">The passage.</param>
    public bool IsHeader(SourcePassage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return Text.Source.Mapping?.Sheets.FirstOrDefault(s => s.Name == passage.Sheet) is { } sheet
            && passage.Row >= sheet.HeaderRow && passage.Row < sheet.HeaderRow + sheet.HeaderRows;
    }

    /// <summary>Whether the source is a table.</summary>
    public bool IsTable => Text.IsWhole && Text.Passages[Start..End].Any(p => p.Row is not null);

    /// <summary>The comments that begin in, or run over, a passage.</summary>
    /// <param name="index">The passage's place.</param>
    public IEnumerable<Comment> Of(int index) => _byPassage[index];

    /// <summary>Whether the comment that the page is about stands in a passage.</summary>
    /// <param name="index">The passage's place.</param>
    public bool IsShown(int index) => Shown is not null && _byPassage[index].Any(c => c.Id == Shown.Id);

    /// <summary>The comment in a cell; null where there is none.</summary>
    /// <param name="index">The passage's place.</param>
    /// <param name="header">The column's header.</param>
    public Comment? InCell(int index, string header) =>
        _byPassage[index].Where(c => c.Place.Column == header).OrderByDescending(c => c.Id == Shown?.Id).FirstOrDefault();

    private static ILookup<int, Comment> Lookup(SourceText text, int start, int end, ImmutableArray<Comment> comments)
    {
        if (start >= end)
        {
            return Array.Empty<(int, Comment)>().ToLookup(p => p.Item1, p => p.Item2);
        }

        // Passages of a source are many: only those of the stretch are looked at.
        var stretch = text with { Passages = text.Passages[start..end] };
        var lines = stretch.Passages.GroupBy(p => p.Sheet ?? string.Empty, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (First: g.Min(p => p.LineStart), Last: g.Max(p => p.LineEnd)), StringComparer.Ordinal);
        return comments
            .Where(c => lines.TryGetValue(c.Place.Sheet ?? string.Empty, out var l) && c.Place.LineStart <= l.Last && c.Place.LineEnd >= l.First)
            .SelectMany(c => stretch.Of(c.Place) is { } range ? Enumerable.Range(start + range.Start, range.End - range.Start).Select(i => (i, c)) : [])
            .ToLookup(p => p.i, p => p.c);
    }
}
