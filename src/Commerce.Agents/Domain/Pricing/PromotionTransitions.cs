namespace Commerce.Agents.Domain.Pricing;

/// <summary>Which step of a promotion may follow which.</summary>
public static class PromotionTransitions
{
    /// <summary>Gets the table. An exhausted promotion is active again only when a use is given back.</summary>
    public static Transitions<PromotionStatus> Table { get; } = new("promotion", new Dictionary<PromotionStatus, PromotionStatus[]>
    {
        [PromotionStatus.Draft] = [PromotionStatus.Scheduled],
        [PromotionStatus.Scheduled] = [PromotionStatus.Active],
        [PromotionStatus.Active] = [PromotionStatus.Paused, PromotionStatus.Exhausted, PromotionStatus.Expired],
        [PromotionStatus.Paused] = [PromotionStatus.Active],
        [PromotionStatus.Exhausted] = [PromotionStatus.Active],
    });
}
