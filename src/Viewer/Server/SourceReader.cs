using System.Collections.Concurrent;
using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Ingest.Mapping;
using FeedbackLab.Viewer.Originals;

namespace FeedbackLab.Viewer.Server;

/// <summary>The sources as their readers numbered them, the last few kept. Safe for any thread.</summary>
public sealed class SourceReader(WorkspaceSession session)
{
    private const int MostKept = 8;

    private readonly ConcurrentDictionary<(string Sha256, string Encoding, string Mapping), ImmutableArray<SourcePassage>> _kept = [];

    /// <summary>A source's lines, paragraphs or rows; where its file is not in the workspace, what was read out of it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="corpus">The corpus that it belongs to.</param>
    public SourceText Read(Source source, CommentCorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(corpus);

        // The same file has other passages by another encoding, or with its headers in another row.
        var key = (source.Sha256, source.Encoding, source.Mapping is { } mapping ? MappingYaml.Write(new ImportMapping([mapping])) : string.Empty);
        if (!_kept.TryGetValue(key, out var passages))
        {
            passages = OriginalFiles.Passages(session.Folder, source);
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            // A file that is not there may come back.
            if (!passages.IsEmpty)
            {
                _kept[key] = passages;
            }
        }

        return passages.IsEmpty ? new SourceText(source, Rebuilt(source, corpus), IsWhole: false) : new SourceText(source, passages, IsWhole: true);
    }

    private static ImmutableArray<SourcePassage> Rebuilt(Source source, CommentCorpus corpus) =>
    [
        .. corpus.Comments.Where(c => c.Source == source.Name).Select(c => (c.Place, c.Text))
            .Concat(corpus.LeftOut.Where(l => l.Source == source.Name && l.Text.Length > 0).Select(l => (l.Place, l.Text)))
            .OrderBy(p => p.Place.Sheet, StringComparer.Ordinal).ThenBy(p => p.Place.LineStart).ThenBy(p => p.Place.Item)
            .Select(p => new SourcePassage(p.Place.Sheet, p.Place.LineStart, p.Place.LineEnd, p.Place.Page, null, [p.Text])),
    ];
}

/// <summary>A source as its reader numbered it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Passages">Its lines, paragraphs or rows, in its order.</param>
/// <param name="IsWhole">Whether it is the file itself; else only what was read out of it, as the file is not in the workspace.</param>
public sealed record SourceText(Source Source, ImmutableArray<SourcePassage> Passages, bool IsWhole)
{
    /// <summary>Places of the passages that a place names, first and after the last, 0-based; null where it names none.</summary>
    /// <param name="place">The place.</param>
    public (int Start, int End)? Of(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var start = -1;
        for (var i = 0; i < Passages.Length; i++)
        {
            if (Names(place, Passages[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                return (start, i);
            }
        }

        return start < 0 ? null : (start, Passages.Length);
    }

    /// <summary>The headers of a sheet; empty where the source was not read as a table.</summary>
    /// <param name="sheet">The sheet's name.</param>
    public ImmutableArray<ColumnReading> Columns(string? sheet) => Source.Mapping?.Sheets.FirstOrDefault(s => s.Name == sheet)?.Columns ?? [];

    private static bool Names(Place place, SourcePassage passage) =>
        passage.LineStart <= place.LineEnd && passage.LineEnd >= place.LineStart && passage.Sheet == place.Sheet;
}
