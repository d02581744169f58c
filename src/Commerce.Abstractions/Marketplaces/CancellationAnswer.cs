namespace Commerce.Marketplaces;

/// <summary>What the seller says to a buyer's request to cancel.</summary>
public sealed record CancellationAnswer
{
    /// <summary>Gets the request.</summary>
    public required CancellationRequestId RequestId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets a value indicating whether the order is cancelled; the marketplace pays the buyer back then.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>Gets the reason of a refusal, in the marketplace's code.</summary>
    public string? VendorReason { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets when it was shipped, when it is refused because it is on its way.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>Gets the tracking number, when it is refused because it is on its way; at most 200 characters.</summary>
    public string? TrackingNumber { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
