using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.Ebay.Wire;

/// <summary>Reads text that eBay writes as a number in some places: error ids, the keys of Post-Order.</summary>
internal sealed class EbayTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.Null => null,
        _ => throw new JsonException("A text or a number was expected."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
