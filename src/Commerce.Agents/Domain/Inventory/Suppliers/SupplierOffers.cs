namespace Commerce.Agents.Domain.Inventory;

/// <summary>Reads what suppliers offer.</summary>
internal static class SupplierOffers
{
    internal static async Task<IReadOnlyList<SupplierOffer>> OffersAsync(this AgentContext context, Sku sku)
    {
        var suppliers = context.Repository<Supplier>();
        var offers = new List<SupplierOffer>();
        foreach (var product in await context.Repository<SupplierProduct>().AllAsync(product => product.Sku == sku).ConfigureAwait(false))
        {
            if (await suppliers.FindAsync(InventoryKeys.Supplier(product.Supplier)).ConfigureAwait(false) is { Value: var supplier })
            {
                offers.Add(new SupplierOffer(
                    supplier.Code, product.Cost, product.LeadDays, supplier.Rating, product.Moq, product.Pack, product.IsActive && supplier.IsActive));
            }
        }

        return offers;
    }

    internal static Task KeepAsync(this AgentContext context, string subject, SupplierRanking ranking)
    {
        var best = ranking.Best();
        return context.KeepDecisionAsync("supplier", subject, best?.Supplier ?? "none", ranking.Reason, best?.Score ?? 0, best?.Parts);
    }
}
