using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe.Wire;

internal sealed record StripeTransfer
{
    public string? Id { get; init; }

    public long Amount { get; init; }

    public long AmountReversed { get; init; }

    public string? Currency { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Destination { get; init; }

    public long Created { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeTransferReversal
{
    public string? Id { get; init; }

    public long Amount { get; init; }

    public string? Currency { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Transfer { get; init; }

    public long Created { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeApplicationFee
{
    public string? Id { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Account { get; init; }

    public long Amount { get; init; }

    public long AmountRefunded { get; init; }

    public string? Currency { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Charge { get; init; }

    public long Created { get; init; }
}

internal sealed record StripeFeeRefund
{
    public string? Id { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Fee { get; init; }

    public long Amount { get; init; }

    public string? Currency { get; init; }

    public long Created { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeBalance(List<StripeFunds>? Available, List<StripeFunds>? Pending);

internal sealed record StripeFunds(long Amount, string? Currency);

internal sealed record StripeMovement
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public long Amount { get; init; }

    public long Fee { get; init; }

    public long Net { get; init; }

    public string? Currency { get; init; }

    public decimal? ExchangeRate { get; init; }

    [JsonConverter(typeof(StripeMovementSourceConverter))]
    public StripeMovementSource? Source { get; init; }

    public long Created { get; init; }

    public long? AvailableOn { get; init; }
}

/// <summary>What a movement came from: a charge, a refund and a dispute name their payment.</summary>
internal sealed record StripeMovementSource
{
    public string? Id { get; init; }

    public string? Object { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? PaymentIntent { get; init; }
}

internal sealed record StripeTopUpWire
{
    public string? Id { get; init; }

    public long Amount { get; init; }

    public string? Currency { get; init; }

    public string? Status { get; init; }

    public long? ExpectedAvailabilityDate { get; init; }

    public string? FailureCode { get; init; }

    public string? Description { get; init; }

    public string? TransferGroup { get; init; }

    public long Created { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeFile(string? Id, long Size);

/// <summary>Reads a source that may be written as its id only.</summary>
internal sealed class StripeMovementSourceConverter : JsonConverter<StripeMovementSource>
{
    public override StripeMovementSource? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new StripeMovementSource { Id = reader.GetString() }
            : JsonSerializer.Deserialize(ref reader, StripeConnectJson.Default.StripeMovementSource);

    public override void Write(Utf8JsonWriter writer, StripeMovementSource value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, StripeConnectJson.Default.StripeMovementSource);
}
