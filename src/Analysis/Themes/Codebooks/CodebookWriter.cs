using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>Writes a codebook as YAML that <see cref="CodebookReader"/> reads back equal.</summary>
public static class CodebookWriter
{
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
            Line(yaml, "examples", List(code.Examples));
        }

        return yaml.ToString();
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

    // A string of JSON is one of YAML.
    private static string Quoted(string text) => "\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
