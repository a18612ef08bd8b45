using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>Adds comments to the index of a folder, and removes them. What it does shows when it is committed, all at once.</summary>
/// <remarks>One writer at a time, on one thread. Readers keep the state that they have opened.</remarks>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexFiles _files;
    private readonly IDisposable _lock;
    private readonly IndexWriterOptions _options;
    private readonly List<SegmentEntry> _added = [];
    private readonly List<(string Id, int Before)> _removed = [];
    private readonly SortedDictionary<string, Func<string, ImmutableArray<string>>> _facets = new(StringComparer.Ordinal);
    private Manifest _manifest;
    private int _nextFile;
    private bool _isCommitted;

    private IndexWriter(IndexFiles files, IDisposable taken, Manifest manifest, IndexWriterOptions options)
    {
        _files = files;
        _lock = taken;
        _manifest = manifest;
        _options = options;
        _nextFile = manifest.NextFile;
    }

    /// <summary>A writer that goes on with an index.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fingerprint">What the index must have been made from and how.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <exception cref="IndexException">The index is missing, stale or damaged (<see cref="Create"/> starts anew), or another writer has it.</exception>
    public static IndexWriter Open(string folder, string fingerprint, IndexWriterOptions? options = null) =>
        Start(folder, options, files =>
        {
            var manifest = files.ReadManifest();
            return manifest.Fingerprint == fingerprint ? manifest : throw IndexException.Stale("fingerprint");
        });

    /// <summary>A writer that starts from nothing. The index that is there, in whatever state, is there until the first commit.</summary>
    /// <param name="folder">The folder; it is made where there is none.</param>
    /// <param name="fingerprint">What the index is made from and how.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <exception cref="IndexException">Another writer has the index.</exception>
    public static IndexWriter Create(string folder, string fingerprint, IndexWriterOptions? options = null) =>
        Start(folder, options, files =>
        {
            try
            {
                return files.ReadManifest() with { Fingerprint = fingerprint, Segments = [] };
            }
            catch (IndexException)
            {
                // What cannot be read has no number: a number that no file of it has, so that none is written over.
                return new Manifest(0, fingerprint, files.NextFree(), []);
            }
        });

    /// <summary>Adds comments; one whose id is there already replaces it.</summary>
    /// <param name="documents">The comments, in the order that the index keeps.</param>
    /// <exception cref="ArgumentException">A comment breaks what its record says.</exception>
    public void Add(IReadOnlyList<IndexDocument> documents) => Add(documents, () => d => d);

    /// <summary>Makes documents of sources and adds them, on several threads; the outcome is the same as on one.</summary>
    /// <typeparam name="T">What a comment is made of.</typeparam>
    /// <param name="sources">The sources, in the order that the index keeps.</param>
    /// <param name="reader">Makes for a thread what makes a document of a source.</param>
    /// <exception cref="ArgumentException">A comment breaks what its record says.</exception>
    public void Add<T>(IReadOnlyList<T> sources, Func<Func<T, IndexDocument>> reader)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(reader);
        _added.AddRange(SegmentBuilding.Build(sources, reader, _options, Write));
    }

    /// <summary>Removes comments; ids that are not there change nothing, and what is added later stays.</summary>
    /// <param name="ids">The comments' ids.</param>
    public void Remove(IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var before = _manifest.Segments.Length + _added.Count;
        _removed.AddRange(ids.Select(i => (i, before)));
    }

    /// <summary>Gives all comments, those that are added until the commit included, other values of a facet; their places stay.</summary>
    /// <param name="name">The facet.</param>
    /// <param name="valuesOf">The values of a comment by its id; empty for none.</param>
    public void ReplaceFacet(string name, Func<string, ImmutableArray<string>> valuesOf)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(valuesOf);
        _facets[name] = valuesOf;
    }

    /// <summary>Shows to who opens the index from now on what was added and removed.</summary>
    /// <exception cref="IndexException">A segment that was there is damaged.</exception>
    public void Commit() => Commit(SegmentMerging.Groups);

    /// <summary>As <see cref="Commit()"/>, with everything in one segment.</summary>
    public void CommitMerged() => Commit((segments, _) =>
        segments.Count > 1 || segments.Any(s => s.LiveFile is not null) ? [(0, segments.Count)] : []);

    /// <summary>Ends without what was not committed.</summary>
    public void Dispose()
    {
        try
        {
            if (_isCommitted)
            {
                _files.RemoveAllBut(NamesOf(_manifest));
            }
        }
        finally
        {
            _lock.Dispose();
        }
    }

    private static IndexWriter Start(string folder, IndexWriterOptions? options, Func<IndexFiles, Manifest> manifest)
    {
        ArgumentNullException.ThrowIfNull(folder);
        options ??= new IndexWriterOptions();
        if (options.SegmentComments < 1 || options.SegmentUses < 1 || options.MergedComments < 0 || options.Workers < 1)
        {
            throw new ArgumentException("SegmentComments, SegmentUses and Workers are at least 1, MergedComments at least 0.", nameof(options));
        }

        var files = new IndexFiles(folder);
        var taken = files.TakeLock();
        try
        {
            return new IndexWriter(files, taken, manifest(files), options);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private static IEnumerable<string> NamesOf(Manifest manifest) =>
        manifest.Segments.SelectMany(s => s.LiveFile is null ? [s.File] : new[] { s.File, s.LiveFile });

    private void Commit(Func<IReadOnlyList<SegmentEntry>, IndexWriterOptions, IReadOnlyList<(int First, int Count)>> groups)
    {
        var entries = _manifest.Segments.AddRange(_added);
        var segments = entries.Select(e => OpenSegment.Open(_files, e, isChecked: true)).ToList();
        try
        {
            entries = SegmentDeleting.Delete(segments, _manifest.Segments.Length, _removed, WriteLive);
            var merges = groups(entries, _options);
            if (merges.Count > 0)
            {
                Reopen(segments, entries);
                entries = SegmentMerging.Merge(segments, merges, Write);
            }

            foreach (var (name, valuesOf) in _facets)
            {
                Reopen(segments, entries);
                entries = FacetReplacing.Replace(segments, name, valuesOf, Write);
            }
        }
        finally
        {
            segments.ForEach(s => s.Dispose());
        }

        _manifest = new Manifest(_manifest.Generation + 1, _manifest.Fingerprint, _nextFile, entries);
        _files.WriteManifest(_manifest);
        _isCommitted = true;
        _added.Clear();
        _removed.Clear();
        _facets.Clear();
        _files.RemoveAllBut(NamesOf(_manifest));
    }

    private void Reopen(List<OpenSegment> segments, ImmutableArray<SegmentEntry> entries)
    {
        segments.ForEach(s => s.Dispose());
        segments.Clear();
        segments.AddRange(entries.Select(e => OpenSegment.Open(_files, e, isChecked: false)));
    }

    private SegmentEntry Write(SegmentSections sections, int documents)
    {
        var name = Name("segment");
        var sum = 0UL;
        _files.Write(name, stream => sum = SegmentFile.Write(stream, sections));
        return new SegmentEntry(name, sum, documents, documents, null);
    }

    private string WriteLive(LiveDocuments live)
    {
        var name = Name("live");
        _files.Write(name, LiveFile.ToBytes(live));
        return name;
    }

    private string Name(string kind) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _nextFile):D8}.{kind}");
}
