using System.Text.Encodings.Web;
using System.Text.Json;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes tokens as JSON: an array a line of the input.</summary>
public static class TokensJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes the tokens of each line as UTF-8 JSON.</summary>
    /// <param name="lines">The tokens by line.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void Write(IEnumerable<IReadOnlyList<TokenWords>> lines, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(lines);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartArray();
        foreach (var line in lines)
        {
            json.WriteStartArray();
            foreach (var word in line)
            {
                json.WriteStartObject();
                json.WriteString("surface", word.Surface);
                json.WriteNumber("start", word.Start);
                json.WriteNumber("end", word.End);
                json.WriteString("partOfSpeech", word.PartOfSpeech);
                json.WriteString("baseForm", word.BaseForm);
                json.WriteString("reading", word.Reading);
                json.WriteString("pronunciation", word.Pronunciation);
                json.WriteString("inflectionType", word.InflectionType);
                json.WriteString("inflectionForm", word.InflectionForm);
                json.WriteBoolean("unknown", word.Origin == TokenOrigin.Unknown);
                json.WriteNumber("positionIncrement", word.PositionIncrement);
                json.WriteNumber("positionLength", word.PositionLength);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }
}
