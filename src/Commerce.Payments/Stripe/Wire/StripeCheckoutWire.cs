using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe.Wire;

internal sealed record StripeCheckoutWire
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? PaymentStatus { get; init; }

    public string? Url { get; init; }

    public long? AmountTotal { get; init; }

    public string? Currency { get; init; }

    public string? ClientReferenceId { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? PaymentIntent { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Customer { get; init; }

    public long Created { get; init; }

    public long? ExpiresAt { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}
