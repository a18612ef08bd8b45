using System.Collections.Immutable;
using FeedbackLab.Ingest.Layout.Tables;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Reads a document of running text: lines, blocks, then what the blocks say.</summary>
public static class DocumentReader
{
    /// <summary>What the document holds.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="text">The decoded text.</param>
    /// <param name="year">The year given by the user; null where none was given.</param>
    public static DocumentReading Read(string source, string sha256, string text, int? year)
    {
        var (all, count) = LineSplitter.Split(text);
        var lines = PageFurniture.Remove(all);
        var tables = TableFinder.Find(source, lines);
        var blocks = Blocks.Build(lines, tables);
        var front = FrontMatter.Of(blocks);
        var walk = new StructureWalk(source, sha256, blocks, front, year ?? front.Year);
        walk.Run();
        var problems = tables.SelectMany(t => TableTotals.Check(source, t)).ToImmutableArray();
        return new DocumentReading(
            front.Title, year ?? front.Year, count, [.. walk.Comments], [.. walk.LeftOut], [.. walk.Meetings], [.. tables.Select(t => t.Table)], problems);
    }
}
