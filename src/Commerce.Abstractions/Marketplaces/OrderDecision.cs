namespace Commerce.Marketplaces;

/// <summary>Which lines of an order the seller accepts.</summary>
public sealed record OrderDecision
{
    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the lines that are accepted; the others that wait are refused. All of <see cref="AcceptedLines"/> and <see cref="RefusedLines"/> together: at least one.</summary>
    public required IReadOnlyList<MarketplaceOrderLineId> AcceptedLines { get; init => field = Guard.NoNulls(value); }

    /// <summary>Gets the lines that are refused.</summary>
    public IReadOnlyList<MarketplaceOrderLineId> RefusedLines { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets why lines are refused.</summary>
    public CancellationReason? RefusalReason { get; init; }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
