using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>Verifies an index: checksums, and that every structure says what the others say.</summary>
public static class IndexCheck
{
    /// <summary>What is wrong with the index in a folder; empty where nothing is.</summary>
    /// <param name="folder">The folder.</param>
    public static ImmutableArray<BilingualText> Verify(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var findings = ImmutableArray.CreateBuilder<BilingualText>();
        var files = new IndexFiles(folder);
        Manifest manifest;
        try
        {
            manifest = files.ReadManifest();
        }
        catch (IndexException e)
        {
            return [e.What];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in manifest.Segments)
        {
            try
            {
                using var segment = OpenSegment.Open(files, entry, isChecked: true);
                var says = (string detail) => findings.Add(IndexException.Damaged($"{entry.File}, {detail}").What);
                SegmentCheck.Verify(segment.Reader, says);
                if (segment.Reader.LiveCount != entry.Live)
                {
                    says("live");
                }

                for (var document = 0; document < segment.Reader.Documents; document++)
                {
                    if (segment.Reader.IsLive(document) && !ids.Add(segment.Reader.IdOf(document)))
                    {
                        says(SectionNames.Ids);
                        break;
                    }
                }
            }
            catch (IndexException e)
            {
                findings.Add(e.What);
            }
            catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or OverflowException)
            {
                findings.Add(IndexException.Damaged(entry.File, e).What);
            }
        }

        return findings.ToImmutable();
    }
}
