using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>Reads promotions from where the promotion agent keeps them.</summary>
internal sealed class PromotionBook(IRepository<Promotion> promotions, IRepository<Redemption> redemptions) : IPromotionBook
{
    public async Task<PromotionCandidates> FindAsync(IReadOnlyList<string> codes, string? customer = null, TenantId? tenant = null)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var found = new List<Promotion>(await promotions
            .AllAsync(static promotion => promotion.IsAutomatic && promotion.Status == PromotionStatus.Active, tenant).ConfigureAwait(false));
        var typed = codes.Where(static code => PromotionCodes.TryRead(code, out _)).Select(PromotionCodes.KeyOf).Distinct(StringComparer.Ordinal).ToList();
        if (typed.Count > 0)
        {
            found.AddRange(await promotions.AllAsync(promotion => !promotion.IsAutomatic && typed.Contains(promotion.Code), tenant).ConfigureAwait(false));
        }

        var limited = found.Where(static promotion => promotion.Terms.CustomerLimit > 0).Select(static promotion => promotion.Code).ToList();
        if (customer is null || limited.Count == 0)
        {
            return new PromotionCandidates(found, new Dictionary<string, int>());
        }

        var uses = await redemptions
            .AllAsync(use => use.Customer == customer && !use.IsReversed && limited.Contains(use.Code), tenant).ConfigureAwait(false);
        return new PromotionCandidates(found, uses.CountBy(static use => use.Code).ToDictionary(StringComparer.Ordinal));
    }
}
