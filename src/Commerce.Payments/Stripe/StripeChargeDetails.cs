namespace Commerce.Payments.Stripe;

/// <summary>A charge: one attempt to take the money of a payment, with its risk and its cost.</summary>
public sealed record StripeChargeDetails
{
    /// <summary>Gets Stripe's key.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the payment, when it has one.</summary>
    public GatewayPaymentId? PaymentId { get; init; }

    /// <summary>Gets Stripe's word for where it is: <c>succeeded</c>, <c>pending</c>, <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets what was captured.</summary>
    public required Money Captured { get; init; }

    /// <summary>Gets what was paid back.</summary>
    public required Money Refunded { get; init; }

    /// <summary>Gets a value indicating whether the buyer disputes it.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Gets Stripe's word for what became of it: <c>authorized</c>, <c>manual_review</c>, <c>issuer_declined</c>, <c>blocked</c>, <c>invalid</c>.</summary>
    public string? OutcomeType { get; init; }

    /// <summary>Gets Stripe's word for what the network said: <c>approved_by_network</c>, <c>declined_by_network</c>, <c>not_sent_to_network</c>.</summary>
    public string? NetworkStatus { get; init; }

    /// <summary>Gets Stripe's word for why: a decline code, or the kind of rule. Never tell the buyer.</summary>
    public string? OutcomeReason { get; init; }

    /// <summary>Gets Stripe's word for the risk of fraud: <c>normal</c>, <c>elevated</c>, <c>highest</c>, <c>not_assessed</c>.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>Gets the risk of fraud from 0 to 100, for accounts that pay for it.</summary>
    public int? RiskScore { get; init; }

    /// <summary>Gets Stripe's word for why it failed.</summary>
    public string? FailureCode { get; init; }

    /// <summary>Gets the commission that the platform keeps of it, as it was asked for.</summary>
    public Money? Commission { get; init; }

    /// <summary>Gets the commission that was made, once there is one.</summary>
    public CommissionId? CommissionId { get; init; }

    /// <summary>Gets the transfer to the seller, for a destination charge.</summary>
    public TransferId? TransferId { get; init; }

    /// <summary>Gets what Stripe and the platform took of it, in the currency of the balance; absent until it is captured and booked.</summary>
    public Money? Fee { get; init; }

    /// <summary>Gets what reached the balance, in the balance's currency; absent until it is captured and booked.</summary>
    public Money? Net { get; init; }

    /// <summary>Gets Stripe's key of the booking.</summary>
    public string? MovementId { get; init; }

    /// <summary>Gets when it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
