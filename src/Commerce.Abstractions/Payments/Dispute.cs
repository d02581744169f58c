namespace Commerce.Payments;

/// <summary>A dispute.</summary>
public sealed record Dispute
{
    /// <summary>Gets the gateway's key.</summary>
    public required GatewayDisputeId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment, when the gateway tells.</summary>
    public GatewayPaymentId? PaymentId { get; init; }

    /// <summary>Gets the amount in dispute.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets where it is.</summary>
    public required DisputeStatus Status { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets why, in the gateway's word.</summary>
    public required string VendorReason { get; init => field = Guard.OptionalText(value ?? "", 200)!; }

    /// <summary>Gets a value indicating whether it is only an inquiry: no money moved yet.</summary>
    public bool IsInquiry { get; init; }

    /// <summary>Gets until when evidence is taken.</summary>
    public DateTimeOffset? EvidenceDueBy { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
