using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Mapping;
using FeedbackLab.Viewer.Files;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The file <c>mapping.yaml</c> of a workspace: how each source was read, for next year's.</summary>
internal static class MappingFile
{
    public const string Name = "mapping.yaml";

    /// <summary>Writes it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string folder, ImmutableArray<StoredSource> sources) => ResultFolder.Write(folder, new Dictionary<string, byte[]>
    {
        [Name] = Encoding.UTF8.GetBytes(MappingYaml.Write(new ImportMapping([.. sources.Select(s => s.Source.Mapping).OfType<SourceMapping>()]))),
    });
}
