using System.Collections.Immutable;
using System.Text.Json;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Evaluation;

/// <summary>
/// Reads coded comments, one JSON object a line: <c>text</c> and <c>codes</c>, and where known <c>id</c>, <c>respondent</c>, <c>primary</c>
/// (else the first code; empty for none) and <c>types</c> (要望 …). Other fields are passed over.
/// </summary>
public static class GoldReader
{
    private static readonly ImmutableDictionary<string, CommentType> Types =
        Enum.GetValues<CommentType>().ToImmutableDictionary(SearchFacets.NameOf, t => t, StringComparer.Ordinal);

    /// <summary>The coded comments.</summary>
    /// <param name="text">The file's text; a BOM and blank lines are skipped.</param>
    /// <exception cref="DefinitionException">A line is no such object, or the file has none.</exception>
    public static ImmutableArray<GoldComment> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var gold = ImmutableArray.CreateBuilder<GoldComment>();
        var line = 0;
        foreach (var json in text.TrimStart('\uFEFF').Split('\n'))
        {
            line++;
            if (json.AsSpan().Trim().Length > 0)
            {
                gold.Add(Comment(json, line));
            }
        }

        return gold.Count > 0
            ? gold.ToImmutable()
            : throw new DefinitionException(1, new BilingualText("コード付けされた意見がありません。", "There is no coded comment."));
    }

    private static GoldComment Comment(string json, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "text") is not { Length: > 0 } text || !root.TryGetProperty("codes", out var codes))
            {
                throw new DefinitionException(line, new BilingualText("text と codes のある JSON を一行に一つ書いてください。", "Write one JSON object a line, with text and codes."));
            }

            ImmutableArray<string> ids = [.. codes.EnumerateArray().Select(c => c.GetString()!).Distinct(StringComparer.Ordinal)];
            var primary = Text(root, "primary") is { } named ? (string.IsNullOrWhiteSpace(named) ? null : named) : ids.FirstOrDefault();
            return new GoldComment(
                Text(root, "id") ?? $"{line}",
                Text(root, "respondent"),
                text,
                primary is not null && !ids.Contains(primary, StringComparer.Ordinal) ? ids.Add(primary) : ids,
                primary,
                root.TryGetProperty("types", out var types) ? [.. types.EnumerateArray().Select(t => Type(t.GetString()!, line)).Distinct()] : []);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new DefinitionException(line, new BilingualText("JSON として読めません。", "It cannot be read as JSON."), e);
        }
    }

    private static CommentType Type(string name, int line) => Types.TryGetValue(name, out var type)
        ? type
        : throw new DefinitionException(line, new BilingualText(
            $"types の「{name}」は {string.Join('、', Types.Keys.Order(StringComparer.Ordinal))} のどれでもありません。", $"\"{name}\" among types is none of {string.Join(", ", Types.Keys.Order(StringComparer.Ordinal))}."));

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
