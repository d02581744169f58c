namespace Commerce.Agents.Domain.Pricing;

/// <summary>What is known of a promotion's code.</summary>
public sealed record PromotionAccount
{
    /// <summary>Gets the promotion; none while nobody has created it.</summary>
    public Promotion? Promotion { get; init; }
}
