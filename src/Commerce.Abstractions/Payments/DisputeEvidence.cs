namespace Commerce.Payments;

/// <summary>Evidence for a dispute.</summary>
public sealed record DisputeEvidence
{
    /// <summary>Gets the caller's name of this step.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the dispute.</summary>
    public required GatewayDisputeId DisputeId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the carrier of the goods.</summary>
    public string? Carrier { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the tracking number of the goods.</summary>
    public string? TrackingNumber { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the day of hand-over.</summary>
    public DateOnly? ShippedOn { get; init; }

    /// <summary>Gets what was sold.</summary>
    public string? ProductDescription { get; init => field = Guard.OptionalText(value, 20_000); }

    /// <summary>Gets anything else in words.</summary>
    public string? Text { get; init => field = Guard.OptionalText(value, 20_000); }

    /// <summary>Gets other evidence by the gateway's own names.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets a value indicating whether it goes to the bank now, and is only staged otherwise.</summary>
    public required bool Submit { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }
}
