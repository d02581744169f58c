namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Quantities on their way to an account.</summary>
public sealed record StockPushes : OfferPushes<SentStock, int>
{
    /// <summary>Gets a value indicating whether the next full push is planned.</summary>
    public bool IsReconciled { get; init; }
}
