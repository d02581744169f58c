namespace Commerce.Marketplaces.Publishing;

/// <summary>A batch that a marketplace works on, with what was sent in it.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Sent">The offers as they were sent.</param>
public sealed record OpenPush(OfferBatch Batch, IReadOnlyList<OfferState> Sent);
