using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Quantities on their way to an account.</summary>
public sealed record StockPushes
{
    /// <summary>Gets the quantities that were not sent yet.</summary>
    public IReadOnlyDictionary<Sku, int> Pending { get; init; } = new Dictionary<Sku, int>();

    /// <summary>Gets a value indicating whether a sending is planned or under way.</summary>
    public bool IsBusy { get; init; }

    /// <summary>Gets the import that the account works on.</summary>
    public OfferBatch? Batch { get; init; }
}
