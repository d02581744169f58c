using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe.Wire;

/// <summary>Reads a balance transaction that may be written as its id only.</summary>
internal sealed class StripeFeeTransactionConverter : JsonConverter<StripeFeeTransaction>
{
    public override StripeFeeTransaction? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new StripeFeeTransaction(reader.GetString(), null, null, null)
            : JsonSerializer.Deserialize(ref reader, StripeJson.Default.StripeFeeTransaction);

    public override void Write(Utf8JsonWriter writer, StripeFeeTransaction value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, StripeJson.Default.StripeFeeTransaction);
}
