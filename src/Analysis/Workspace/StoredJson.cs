using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Lists inside a row, as JSON that people can read: property names as in the records, enumerations by name.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(), new AnyText() },
    };

    /// <summary>The value in JSON.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The value that was written.</summary>
    /// <exception cref="InvalidDataException">The text is no such JSON.</exception>
    public static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException("Stored JSON holds nothing.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("Stored JSON cannot be read.", e);
        }
    }

    private sealed class AnyText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            StoredText.Decode(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(StoredText.Encode(value));
    }
}
