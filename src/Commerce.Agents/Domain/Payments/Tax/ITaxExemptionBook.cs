namespace Commerce.Agents.Domain.Payments;

/// <summary>Where whoever prices an order finds the exemptions of its buyer, so that it charges what the tax agent calculates.</summary>
public interface ITaxExemptionBook
{
    /// <summary>Finds a buyer's exemptions.</summary>
    /// <param name="customer">The shop's key of the customer.</param>
    /// <param name="seller">The seller.</param>
    /// <param name="tenant">Of which tenant; of every one when not given.</param>
    /// <returns>The exemptions, of any place and time, in the order of their ids.</returns>
    Task<IReadOnlyList<TaxExemption>> FindAsync(string customer, string seller = TaxOptions.DefaultSeller, TenantId? tenant = null);
}
