namespace Commerce.Payments.Stripe;

/// <summary>Which warnings of fraud to list.</summary>
public sealed record StripeFraudWarningQuery
{
    /// <summary>Gets the payment; every one when not given.</summary>
    public GatewayPaymentId? PaymentId { get; init; }

    /// <summary>Gets the time from which on.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the time before which.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }
}
