namespace Commerce.Agents.Domain.Inventory;

/// <summary>Asks who should deliver a product; answered with a <see cref="SupplierRankingAnswer"/>.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">How many: 1 or more.</param>
/// <param name="DailyDemand">How many are sold in a day, when known: it bounds what may be bought too much.</param>
public sealed record FindBestSupplier(Sku Sku, int Quantity, decimal? DailyDemand = null) : IMessage;
