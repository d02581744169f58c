namespace Commerce.Payments.Stripe;

/// <summary>A card network's warning that a payment looks fraudulent: a refund now may spare a dispute.</summary>
public sealed record StripeFraudWarning
{
    /// <summary>Gets Stripe's key.</summary>
    public required StripeFraudWarningId Id { get; init; }

    /// <summary>Gets the charge.</summary>
    public required string ChargeId { get; init; }

    /// <summary>Gets the payment, when it has one.</summary>
    public GatewayPaymentId? PaymentId { get; init; }

    /// <summary>Gets Stripe's word for the kind of fraud: <c>made_with_stolen_card</c>. Never tell the buyer.</summary>
    public required string FraudType { get; init; }

    /// <summary>Gets a value indicating whether a refund still helps: it is neither refunded nor disputed.</summary>
    public bool IsActionable { get; init; }

    /// <summary>Gets when it came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
