namespace Commerce.Payments;

/// <summary>A refund as the gateway sees it.</summary>
public sealed record Refund
{
    /// <summary>Gets the gateway's key.</summary>
    public required GatewayRefundId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment; absent for a charge that no payment made.</summary>
    public GatewayPaymentId? PaymentId { get; init; }

    /// <summary>Gets the gateway's key of the charge that it repays, when the gateway has charges; at most 200 characters.</summary>
    public string? ChargeId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets where it is.</summary>
    public required RefundStatus Status { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets why it failed, in the gateway's word.</summary>
    public string? FailureReason { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets when it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets what was taken back from the seller with it, when the gateway tells.</summary>
    public Money? TransferReversed { get; init; }

    /// <summary>Gets what was given back of the commission with it, when the gateway tells.</summary>
    public Money? CommissionRefunded { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
