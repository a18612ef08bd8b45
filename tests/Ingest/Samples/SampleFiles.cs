using System.Collections.Immutable;
using System.Text.Json;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Samples;

/// <summary>The samples in corpora/samples and what their author says is in them.</summary>
internal static class SampleFiles
{
    private static readonly string Root = FindRoot();

    public static CommentCorpus Read(string sample) =>
        CorpusReader.Read([Path.Combine(Root, "corpora", "samples", sample)], new ReadOptions());

    public static ImmutableArray<JsonElement> Truth(string name) =>
        [.. File.ReadLines(Path.Combine(Root, "tests", "Ingest", "Expected", name)).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    public static string Squeeze(string? text) => string.Concat((text ?? string.Empty).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>One line for a comment: lines, who, words without white space.</summary>
    public static string Line(int start, int end, string? who, string text) => $"{start}-{end} {who}: {Squeeze(text)}";

    public static string Line(Comment comment) => Line(comment.Place.LineStart, comment.Place.LineEnd, comment.Respondent, comment.Text);

    public static string Line(JsonElement row) => Line(
        row.GetProperty("lineStart").GetInt32(),
        row.GetProperty("lineEnd").GetInt32(),
        row.TryGetProperty("respondent", out var respondent) ? respondent.GetString() : null,
        row.GetProperty("text").GetString()!);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FeedbackLab.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("FeedbackLab.sln is in no folder above the tests.");
    }
}
