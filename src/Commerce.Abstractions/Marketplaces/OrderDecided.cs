namespace Commerce.Marketplaces;

/// <summary>A decision that the marketplace took, wholly or for some of the lines.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="WasAlreadyDecided">Whether it had been decided before.</param>
public sealed record OrderDecided(MarketplaceOrderId OrderId, bool WasAlreadyDecided = false)
{
    /// <summary>Gets the outcome of each line that was decided; a refusal means that this line still waits.</summary>
    public required IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>> Lines { get; init => field = Guard.NoNulls(value); }
}
