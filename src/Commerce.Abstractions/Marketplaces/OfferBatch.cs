namespace Commerce.Marketplaces;

/// <summary>A batch of stock or price changes at a marketplace.</summary>
public sealed record OfferBatch
{
    /// <summary>Gets the import's number; absent when the marketplace answered at once.</summary>
    public BatchId? Id { get; init; }

    /// <summary>Gets what was changed.</summary>
    public required OfferBatchKind Kind { get; init; }

    /// <summary>Gets how far it is.</summary>
    public required OfferBatchState State { get; init; }

    /// <summary>Gets what was sent: 1 to 10 000 offers.</summary>
    public required IReadOnlyList<OfferKey> Keys { get; init => field = Guard.NotEmpty(value, 10_000); }

    /// <summary>Gets the outcome of each item; empty as long as the batch runs.</summary>
    public IReadOnlyList<ItemOutcome<OfferKey>> Items { get; init => field = Guard.NoNulls(value); } = [];
}
