using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>Writes a codebook as YAML or JSON that <see cref="CodebookReader"/> reads back equal.</summary>
public static class CodebookWriter
{
    private static readonly JsonWriterOptions JsonOptions = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The text, LF at line ends; what is empty is left out.</summary>
    /// <param name="codebook">The codebook.</param>
    public static string Yaml(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var yaml = new StringBuilder();
        yaml.Append("name: ").Append(Quoted(codebook.Name)).Append("\n\ncodes:\n");
        foreach (var code in codebook.Codes)
        {
            yaml.Append("  - id: ").Append(Quoted(code.Id)).Append('\n');
            Line(yaml, "name", Bilingual(code.Name));
            Line(yaml, "parent", code.Parent is null ? null : Quoted(code.Parent));
            Line(yaml, "color", code.Color is null ? null : Quoted(code.Color));
            Line(yaml, "guid", code.ExchangeId is { } guid ? Quoted(guid.ToString()) : null);
            Line(yaml, "codable", code.IsCodable ? null : "false");
            Line(yaml, "definition", code.Definition is { Ja.Length: 0, En.Length: 0 } ? null : Bilingual(code.Definition));
            Line(yaml, "include", code.Include.Length == 0 ? null : Quoted(code.Include));
            Line(yaml, "exclude", code.Exclude.Length == 0 ? null : Quoted(code.Exclude));
            Line(yaml, "terms", List(code.Terms));
            Line(yaml, "rules", List(code.Rules));
            Line(yaml, "examples", List(code.Examples));
        }

        return yaml.ToString();
    }

    /// <summary>The same as JSON, LF at line ends.</summary>
    /// <param name="codebook">The codebook.</param>
    public static string Json(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteString("name", codebook.Name);
            json.WriteStartArray("codes");
            foreach (var code in codebook.Codes)
            {
                json.WriteStartObject();
                json.WriteString("id", code.Id);
                Write(json, "name", code.Name);
                Write(json, "parent", code.Parent);
                Write(json, "color", code.Color);
                Write(json, "guid", code.ExchangeId?.ToString());
                if (!code.IsCodable)
                {
                    json.WriteBoolean("codable", false);
                }

                if (code.Definition is not { Ja.Length: 0, En.Length: 0 })
                {
                    Write(json, "definition", code.Definition);
                }

                Write(json, "include", code.Include);
                Write(json, "exclude", code.Exclude);
                Write(json, "terms", code.Terms);
                Write(json, "rules", code.Rules);
                Write(json, "examples", code.Examples);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(key, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string key, BilingualText text)
    {
        if (text.Ja == text.En)
        {
            json.WriteString(key, text.Ja);
            return;
        }

        json.WriteStartObject(key);
        json.WriteString("ja", text.Ja);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, ImmutableArray<string> texts)
    {
        if (!texts.IsEmpty)
        {
            json.WriteStartArray(key);
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }

    private static void Line(StringBuilder yaml, string key, string? value)
    {
        if (value is not null)
        {
            yaml.Append("    ").Append(key).Append(": ").Append(value).Append('\n');
        }
    }

    private static string Bilingual(BilingualText text) => text.Ja == text.En ? Quoted(text.Ja) : $"{{ja: {Quoted(text.Ja)}, en: {Quoted(text.En)}}}";

    private static string? List(ImmutableArray<string> texts) => texts.IsEmpty ? null : "[" + string.Join(", ", texts.Select(Quoted)) + "]";

    // A string of JSON is one of YAML, but for characters that JSON escapes as two surrogates: YAML has them as they are.
    private static string Quoted(string text) => "\"" + (text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Select(r => r.IsBmp ? Encoded(r.ToString()) : r.ToString())) : Encoded(text)) + "\"";

    private static string Encoded(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
}
