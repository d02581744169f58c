using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.Refurbed.Wire;

/// <summary>Reads texts that a proxy may write as numbers: 64-bit ids and amounts. Amounts never become a float on the way.</summary>
internal sealed class RefurbedTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => reader.HasValueSequence ? throw new JsonException("A number is split.") : Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.Null => null,
        _ => throw new JsonException("A text or a number was expected."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
