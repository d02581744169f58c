namespace Commerce.Agents.Domain.Pricing;

/// <summary>Where a promotion is.</summary>
public enum PromotionStatus
{
    /// <summary>Written down, not yet released.</summary>
    Draft,

    /// <summary>Released, waits for its start.</summary>
    Scheduled,

    /// <summary>Can be used.</summary>
    Active,

    /// <summary>Stopped for a while.</summary>
    Paused,

    /// <summary>Used as often as it may be.</summary>
    Exhausted,

    /// <summary>Over.</summary>
    Expired,
}
