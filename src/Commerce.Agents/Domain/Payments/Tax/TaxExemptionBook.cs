using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Reads exemptions from where the tax agent keeps them.</summary>
internal sealed class TaxExemptionBook(IRepository<TaxExemption> exemptions) : ITaxExemptionBook
{
    public Task<IReadOnlyList<TaxExemption>> FindAsync(string customer, string seller = TaxOptions.DefaultSeller, TenantId? tenant = null) =>
        exemptions.AllAsync(exemption => exemption.Seller == seller && exemption.Customer == customer, tenant);
}
