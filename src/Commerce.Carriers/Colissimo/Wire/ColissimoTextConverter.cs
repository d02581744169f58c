using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Carriers.Colissimo.Wire;

/// <summary>Reads a code that comes as text or as a number: Colissimo writes both.</summary>
internal sealed class ColissimoTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
