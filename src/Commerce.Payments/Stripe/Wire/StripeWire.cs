using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe.Wire;

internal sealed record StripePaymentIntent
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public long Amount { get; init; }

    public long? AmountCapturable { get; init; }

    public long? AmountReceived { get; init; }

    public string? Currency { get; init; }

    public string? ClientSecret { get; init; }

    public long Created { get; init; }

    [JsonConverter(typeof(StripeExpandableConverter))]
    public StripeCharge? LatestCharge { get; init; }

    public StripeNextAction? NextAction { get; init; }

    public StripeError? LastPaymentError { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? PaymentMethod { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeCharge
{
    public string? Id { get; init; }

    public long? AmountCaptured { get; init; }

    public long? AmountRefunded { get; init; }

    public StripeMethodDetails? PaymentMethodDetails { get; init; }
}

internal sealed record StripeMethodDetails(StripeCardDetails? Card);

internal sealed record StripeCardDetails(long? CaptureBefore, StripeCardOption? IncrementalAuthorization, StripeCardOption? Multicapture);

internal sealed record StripeCardOption(string? Status);

internal sealed record StripeNextAction(string? Type, StripeRedirect? RedirectToUrl);

internal sealed record StripeRedirect(string? Url);

internal sealed record StripeRefund
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public long Amount { get; init; }

    public string? Currency { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? PaymentIntent { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Charge { get; init; }

    [JsonConverter(typeof(StripeReversalConverter))]
    public StripeReversal? TransferReversal { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }

    public string? FailureReason { get; init; }

    public long Created { get; init; }
}

internal sealed record StripeDispute
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public long Amount { get; init; }

    public string? Currency { get; init; }

    public string? Reason { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? PaymentIntent { get; init; }

    public StripeEvidenceDetails? EvidenceDetails { get; init; }
}

internal sealed record StripeEvidenceDetails(long? DueBy);

internal sealed record StripePayout
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public long Amount { get; init; }

    public string? Currency { get; init; }

    public long? ArrivalDate { get; init; }

    public string? FailureCode { get; init; }

    public long? Created { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeReversal(string? Id, long? Amount, string? Currency);

internal sealed record StripeErrorBody(StripeError? Error);

internal sealed record StripeError
{
    public string? Type { get; init; }

    public string? Code { get; init; }

    public string? DeclineCode { get; init; }

    public string? AdviceCode { get; init; }

    public string? Message { get; init; }

    public string? Param { get; init; }

    public StripePaymentIntent? PaymentIntent { get; init; }
}

internal sealed record StripeList<T>(List<T>? Data, bool HasMore);

/// <summary>Reads a charge that may be written as its id only.</summary>
internal sealed class StripeExpandableConverter : JsonConverter<StripeCharge>
{
    public override StripeCharge? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new StripeCharge { Id = reader.GetString() }
            : JsonSerializer.Deserialize(ref reader, StripeJson.Default.StripeCharge);

    public override void Write(Utf8JsonWriter writer, StripeCharge value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, StripeJson.Default.StripeCharge);
}

/// <summary>Reads a reversal that may be written as its id only.</summary>
internal sealed class StripeReversalConverter : JsonConverter<StripeReversal>
{
    public override StripeReversal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new StripeReversal(reader.GetString(), null, null)
            : JsonSerializer.Deserialize(ref reader, StripeJson.Default.StripeReversal);

    public override void Write(Utf8JsonWriter writer, StripeReversal value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, StripeJson.Default.StripeReversal);
}

/// <summary>Reads the id of something that may be written whole.</summary>
internal sealed class StripeIdConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StripePaymentIntent))]
[JsonSerializable(typeof(StripeList<StripePaymentIntent>))]
[JsonSerializable(typeof(StripeSearchResult<StripePaymentIntent>))]
[JsonSerializable(typeof(StripeSetupIntentWire))]
[JsonSerializable(typeof(StripeCustomerWire))]
[JsonSerializable(typeof(StripePaymentMethodWire))]
[JsonSerializable(typeof(StripeList<StripePaymentMethodWire>))]
[JsonSerializable(typeof(StripeCheckoutWire))]
[JsonSerializable(typeof(StripeFraudWarningWire))]
[JsonSerializable(typeof(StripeList<StripeFraudWarningWire>))]
[JsonSerializable(typeof(StripeReviewWire))]
[JsonSerializable(typeof(StripeList<StripeReviewWire>))]
[JsonSerializable(typeof(StripeChargeWire))]
[JsonSerializable(typeof(StripeFeeTransaction))]
[JsonSerializable(typeof(StripeWebhookEndpointWire))]
[JsonSerializable(typeof(StripeList<StripeWebhookEndpointWire>))]
[JsonSerializable(typeof(StripeList<JsonElement>))]
[JsonSerializable(typeof(StripeRefund))]
[JsonSerializable(typeof(StripeList<StripeRefund>))]
[JsonSerializable(typeof(StripeReversal))]
[JsonSerializable(typeof(StripeDispute))]
[JsonSerializable(typeof(StripePayout))]
[JsonSerializable(typeof(StripeErrorBody))]
internal sealed partial class StripeJson : JsonSerializerContext;
