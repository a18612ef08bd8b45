namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>Opens the index in a folder.</summary>
public static class IndexFolder
{
    /// <summary>The index as it stands now.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fingerprint">What the index must have been made from and how; what was given to the writer.</param>
    /// <param name="isChecked">Whether all checksums must hold, for which every byte is read once; without, what is damaged is noticed when it is looked at, if at all.</param>
    /// <exception cref="IndexException">It is missing, stale or damaged: build it anew.</exception>
    public static IndexSnapshot Open(string folder, string fingerprint, bool isChecked = true)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(fingerprint);
        var files = new IndexFiles(folder);
        while (true)
        {
            var manifest = files.ReadManifest();
            if (manifest.Fingerprint != fingerprint)
            {
                throw IndexException.Stale("fingerprint");
            }

            try
            {
                return Open(files, manifest, isChecked);
            }
            catch (IndexException) when (files.ReadManifest().Generation != manifest.Generation)
            {
                // A writer has replaced the state and removed its files in between.
            }
        }
    }

    internal static IndexSnapshot Open(IndexFiles files, Manifest manifest, bool isChecked)
    {
        var segments = new List<OpenSegment>();
        try
        {
            foreach (var entry in manifest.Segments)
            {
                segments.Add(OpenSegment.Open(files, entry, isChecked));
            }
        }
        catch
        {
            segments.ForEach(s => s.Dispose());
            throw;
        }

        return new IndexSnapshot(
            [.. segments.Select(s => s.Reader)],
            manifest.Generation,
            () => segments.Select(s => s.Damage()).FirstOrDefault(d => d is not null),
            () => segments.ForEach(s => s.Dispose()));
    }
}
