namespace Commerce.Agents.Domain.Pricing;

/// <summary>Where whoever prices a cart finds the promotions for <see cref="PromotionRules.Apply"/>.</summary>
public interface IPromotionBook
{
    /// <summary>Finds the promotions that may apply.</summary>
    /// <param name="codes">The codes that the buyer typed, in any case.</param>
    /// <param name="customer">The shop's key of the customer; not given for a guest.</param>
    /// <param name="tenant">Whose promotions; those of every tenant when not given.</param>
    /// <returns>The promotions, and how often the customer used them. Limits are kept when an order redeems, not here.</returns>
    Task<PromotionCandidates> FindAsync(IReadOnlyList<string> codes, string? customer = null, TenantId? tenant = null);
}
