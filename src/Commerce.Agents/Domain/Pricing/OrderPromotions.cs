namespace Commerce.Agents.Domain.Pricing;

/// <summary>The promotions of one order.</summary>
public sealed record OrderPromotions
{
    /// <summary>Gets the shop's key of the customer; none while nothing was recorded.</summary>
    public string? Customer { get; init; }

    /// <summary>Gets the promotions that it was priced with.</summary>
    public IReadOnlyList<AppliedPromotion> Applied { get; init; } = [];

    /// <summary>Gets when it was priced.</summary>
    public DateTimeOffset? PricedAt { get; init; }

    /// <summary>Gets a value indicating whether the order was confirmed.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Gets a value indicating whether the order was handed over: its uses are not given back any more.</summary>
    public bool IsDispatched { get; init; }

    /// <summary>Gets a value indicating whether the order was cancelled.</summary>
    public bool IsCancelled { get; init; }
}
