namespace Commerce.Marketplaces;

/// <summary>What would be sent, and what the marketplace says of it beforehand. Nothing was changed.</summary>
/// <param name="Requests">The bodies in the order in which they would be sent, in the vendor's own format, without credentials.</param>
public sealed record OfferPreview(IReadOnlyList<string> Requests)
{
    /// <summary>Gets the marketplace's opinion of each item; empty where it has no check.</summary>
    public IReadOnlyList<ItemOutcome<OfferKey>> Items { get; init => field = Guard.NoNulls(value); } = [];
}
