using System.Collections.Immutable;
using System.Text.Json;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>The comments of a <c>findings.json</c> with what a search shows of them.</summary>
/// <param name="Comments">The comments analysed, in the order of the file.</param>
/// <param name="Codes">Ids of the codes of each comment, by comment id.</param>
/// <param name="CodeNames">Names of the codes, by their ids.</param>
/// <param name="MeetingTitles">Titles by meeting id.</param>
public sealed record SavedComments(
    ImmutableArray<Comment> Comments,
    ImmutableDictionary<string, ImmutableArray<string>> Codes,
    ImmutableDictionary<string, BilingualText> CodeNames,
    ImmutableDictionary<string, string> MeetingTitles)
{
    /// <summary>Reads the comments back.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <exception cref="FormatException">The file is damaged, or another version of the program wrote it.</exception>
    public static SavedComments Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("format").GetInt32() != FindingsJson.Format)
            {
                throw new FormatException("another format");
            }

            var names = root.GetProperty("codebook").GetProperty("codes").EnumerateArray()
                .ToImmutableDictionary(c => Text(c, "id")!, c => Bilingual(c.GetProperty("name")), StringComparer.Ordinal);
            var comments = root.GetProperty("comments").EnumerateArray().ToList();
            return new SavedComments(
                [.. comments.Select(Comment)],
                comments.ToImmutableDictionary(
                    c => Text(c, "id")!,
                    c => c.GetProperty("codes").EnumerateArray().Select(k => Text(k, "id")!).ToImmutableArray(),
                    StringComparer.Ordinal),
                names,
                root.GetProperty("meetings").EnumerateArray().ToImmutableDictionary(m => Text(m, "id")!, m => Text(m, "title")!));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static Comment Comment(JsonElement json) => new(
        Text(json, "id")!,
        Text(json, "source")!,
        FieldNames.Kind(Text(json, "kind")!),
        Text(json, "respondent"),
        Text(json, "meeting"),
        Text(json, "question"),
        Number(json, "year"),
        new Place(
            Number(json, "lineStart")!.Value,
            Number(json, "lineEnd")!.Value,
            Number(json, "page"),
            Number(json, "row"),
            Text(json, "column"),
            Text(json, "sheet"),
            Number(json, "item")),
        Text(json, "text")!,
        [.. json.GetProperty("attributes").EnumerateArray().Select(a => new CommentAttribute(Text(a, "name")!, Text(a, "value")!))]);

    private static BilingualText Bilingual(JsonElement json) => new(Text(json, "ja")!, Text(json, "en")!);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static int? Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
