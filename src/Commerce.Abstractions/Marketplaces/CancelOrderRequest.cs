namespace Commerce.Marketplaces;

/// <summary>What to cancel.</summary>
public sealed record CancelOrderRequest
{
    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets why.</summary>
    public required CancellationReason Reason { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the reason in the marketplace's own code, where its operator defines codes.</summary>
    public string? VendorReason { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the lines; empty for the whole order.</summary>
    public IReadOnlyList<LineAmount> Lines { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
