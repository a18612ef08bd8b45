using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest.Formats;

/// <summary>What one file holds.</summary>
/// <param name="Source">The file.</param>
/// <param name="Comments">In order of place.</param>
/// <param name="LeftOut">In order of place.</param>
/// <param name="Meetings">In order of place.</param>
/// <param name="Tables">In order of place.</param>
/// <param name="Problems">In order of place.</param>
public sealed record FileReading(
    Source Source,
    ImmutableArray<Comment> Comments,
    ImmutableArray<LeftOut> LeftOut,
    ImmutableArray<Meeting> Meetings,
    ImmutableArray<CountTable> Tables,
    ImmutableArray<Problem> Problems)
{
    /// <summary>The file read as a table or as running text, as its extension says.</summary>
    /// <param name="name">The source's name.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="decoded">Its text.</param>
    /// <param name="options">What the user says about it.</param>
    /// <param name="extension">Its extension with the dot.</param>
    public static FileReading Of(string name, string sha256, DecodedText decoded, ReadOptions options, string extension)
    {
        if (extension.ToLowerInvariant() is ".csv" or ".tsv")
        {
            return DelimitedReader.Read(name, sha256, decoded, options);
        }

        var given = options.Year ?? options.Mapping.For(name)?.Year;
        var document = DocumentReader.Read(name, sha256, decoded.Text, given);
        return new FileReading(
            new Source(name, sha256, SourceFormat.Text, decoded.Encoding, document.Title, document.Year, document.Lines, [])
            {
                Mapping = new SourceMapping(name, decoded.Encoding, given, options.SplitBullets, []),
            },
            document.Comments, document.LeftOut, document.Meetings, document.Tables, document.Problems);
    }
}
