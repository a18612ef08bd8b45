using System.Collections.Immutable;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Originals;

namespace FeedbackLab.Viewer.Commands.Exchange;

/// <summary>The files of a workspace that are plain text, as text.</summary>
internal static class ExchangeOriginals
{
    /// <summary>By the source's name; files that are not at hand, or not UTF-8, are left out.</summary>
    public static ImmutableDictionary<string, string> Of(string folder, IEnumerable<StoredSource> sources)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var source in sources.Select(s => s.Source).Where(s => s.Format == SourceFormat.Text))
        {
            if (OriginalFiles.Read(folder, source) is { } bytes && Text(bytes) is { } text)
            {
                texts[source.Name] = text;
            }
        }

        return texts.ToImmutable();
    }

    private static string? Text(byte[] bytes)
    {
        try
        {
            return StrictUtf8.Of(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
