using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe.Wire;

internal sealed record StripeFraudWarningWire
{
    public string? Id { get; init; }

    public bool Actionable { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Charge { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? PaymentIntent { get; init; }

    public string? FraudType { get; init; }

    public long Created { get; init; }
}

internal sealed record StripeReviewWire
{
    public string? Id { get; init; }

    public bool Open { get; init; }

    public string? Reason { get; init; }

    public string? OpenedReason { get; init; }

    public string? ClosedReason { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Charge { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? PaymentIntent { get; init; }

    public long Created { get; init; }
}

/// <summary>A charge that is looked at for itself; where a payment holds it, <see cref="StripeCharge"/> is read.</summary>
internal sealed record StripeChargeWire
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public long Amount { get; init; }

    public long? AmountCaptured { get; init; }

    public long? AmountRefunded { get; init; }

    public string? Currency { get; init; }

    public bool Disputed { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? PaymentIntent { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? ApplicationFee { get; init; }

    public long? ApplicationFeeAmount { get; init; }

    [JsonConverter(typeof(StripeIdConverter))]
    public string? Transfer { get; init; }

    [JsonConverter(typeof(StripeFeeTransactionConverter))]
    public StripeFeeTransaction? BalanceTransaction { get; init; }

    public StripeChargeOutcome? Outcome { get; init; }

    public string? FailureCode { get; init; }

    public long Created { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }
}

internal sealed record StripeChargeOutcome(string? Type, string? NetworkStatus, string? Reason, string? RiskLevel, int? RiskScore);

internal sealed record StripeFeeTransaction(string? Id, long? Fee, long? Net, string? Currency);
