using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using FeedbackLab.Analysis.Index.Packing;
using FeedbackLab.Analysis.Index.Queries;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>A segment's structures over its sections.</summary>
internal sealed class SegmentReader
{
    // What is kept of words: 4 MB at most.
    private const int MostSpelled = 1000;
    private const int MostComments = 1000;

    private readonly ConcurrentDictionary<WordQuery, int[]> _spelled = new();
    private readonly BlobColumn _ids;
    private readonly BlobColumn _layouts;
    private readonly ReadOnlyMemory<byte> _idOrder;
    private readonly Lazy<SurfaceTable> _written;
    private readonly Lazy<SurfaceTable> _folded;

    /// <summary>A reader.</summary>
    /// <param name="sections">The sections by name.</param>
    /// <param name="live">Which comments are not deleted; null where all are alive.</param>
    public SegmentReader(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections, LiveDocuments? live)
    {
        var head = Section(sections, SectionNames.Head).Span;
        Documents = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (Documents < 0 || (live is not null && live.Words.Length != (Documents + 63) >> 6))
        {
            throw IndexException.Damaged("head");
        }

        Live = live;
        Lengths = new LengthColumn(new NumberColumn(Section(sections, SectionNames.Lengths), Documents), Documents);
        _ids = new BlobColumn(Section(sections, SectionNames.Ids), Documents);
        _idOrder = Section(sections, SectionNames.IdOrder);
        _layouts = new BlobColumn(Section(sections, SectionNames.Layouts), Documents);
        Terms = new FieldReader(sections, SectionNames.Terms, Documents);
        Surfaces = new FieldReader(sections, SectionNames.Surfaces, Documents);
        Facets = sections
            .Where(s => SectionNames.FacetOf(s.Key) is not null)
            .ToFrozenDictionary(s => SectionNames.FacetOf(s.Key)!, s => new FacetColumn(s.Value, Documents), StringComparer.Ordinal);
        _written = new Lazy<SurfaceTable>(() => new SurfaceTable(Surfaces, isFolded: false));
        _folded = new Lazy<SurfaceTable>(() => new SurfaceTable(Surfaces, isFolded: true));
        TotalLength = live is null ? BinaryPrimitives.ReadInt64LittleEndian(head[4..]) : LengthOfLive(live);
    }

    /// <summary>How many comments there are, deleted ones included.</summary>
    public int Documents { get; }

    /// <summary>Which are not deleted; null where all are alive.</summary>
    public LiveDocuments? Live { get; }

    /// <summary>How many are alive.</summary>
    public int LiveCount => Live?.Count ?? Documents;

    /// <summary>How many terms the comments that are alive have together.</summary>
    public long TotalLength { get; }

    /// <summary>How many terms each comment has.</summary>
    public LengthColumn Lengths { get; }

    /// <summary>What comments are found by.</summary>
    public FieldReader Terms { get; }

    /// <summary>What is written in them.</summary>
    public FieldReader Surfaces { get; }

    /// <summary>The surfaces in memory, from the first time that they are asked for.</summary>
    /// <param name="isFolded">Whether they are folded, or as they are written.</param>
    public SurfaceTable Table(bool isFolded) => (isFolded ? _folded : _written).Value;

    /// <summary>The comments that have a word though not its term; found once, deleted ones included.</summary>
    /// <param name="word">The word.</param>
    /// <param name="find">Finds them.</param>
    public int[] Spelled(WordQuery word, Func<int[]> find)
    {
        if (_spelled.TryGetValue(word, out var known))
        {
            return known;
        }

        var found = find();
        return _spelled.Count < MostSpelled && found.Length < MostComments ? _spelled.GetOrAdd(word, found) : found;
    }

    /// <summary>The facets by name.</summary>
    public FrozenDictionary<string, FacetColumn> Facets { get; }

    /// <summary>A comment's id.</summary>
    public string IdOf(int document) => Encoding.UTF8.GetString(_ids[document]);

    /// <summary>Where a comment's tokens and sentences stand.</summary>
    public CommentLayout LayoutOf(int document) => DocumentLayout.Read(_layouts[document]);

    /// <summary>A comment's layout as it is written.</summary>
    public ReadOnlySpan<byte> RawLayoutOf(int document) => _layouts[document];

    /// <summary>The id at a place in the order of the ids, which is that of their bytes in UTF-8.</summary>
    public ReadOnlySpan<byte> IdAtOrder(int place) => _ids[AtOrder(place)];

    /// <summary>The comment that is alive with an id, or −1.</summary>
    public int Find(string id) => AllWith(id).LastOrDefault(-1);

    /// <summary>The comments that are alive with an id, in order.</summary>
    public List<int> AllWith(string id)
    {
        var all = new List<int>();
        var key = Encoding.UTF8.GetBytes(id);
        var (low, high) = (0, Documents);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (IdAtOrder(middle).SequenceCompareTo(key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < Documents && IdAtOrder(low).SequenceEqual(key); low++)
        {
            if (IsLive(AtOrder(low)))
            {
                all.Add(AtOrder(low));
            }
        }

        return all;
    }

    /// <summary>Whether a comment is not deleted.</summary>
    public bool IsLive(int document) => Live is null || Live[document];

    /// <summary>The comment at a place in the order of the ids.</summary>
    public int AtOrder(int place)
    {
        var document = PackedNumbers.At(_idOrder.Span, place, PackedNumbers.Width([Math.Max(0, Documents - 1)]));
        return document < Documents ? document : throw IndexException.Damaged("id order");
    }

    /// <summary>A section that every segment has.</summary>
    public static ReadOnlyMemory<byte> Section(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections, string name) =>
        sections.TryGetValue(name, out var bytes) ? bytes : throw IndexException.Damaged(name);

    private long LengthOfLive(LiveDocuments live)
    {
        var total = 0L;
        for (var i = 0; i < Documents; i++)
        {
            total += live[i] ? Lengths[i] : 0;
        }

        return total;
    }
}
