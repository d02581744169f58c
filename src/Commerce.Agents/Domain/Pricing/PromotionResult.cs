namespace Commerce.Agents.Domain.Pricing;

/// <summary>What promotions take off a cart, and why others do not.</summary>
public sealed record PromotionResult
{
    /// <summary>Gets each line's discount, in the order of the cart.</summary>
    public required IReadOnlyList<LineDiscount> Lines { get; init; }

    /// <summary>Gets the discount on the goods: exactly the sum of the lines.</summary>
    public required Money Discount { get; init; }

    /// <summary>Gets the discount on the shipping.</summary>
    public required Money ShippingDiscount { get; init; }

    /// <summary>Gets the promotions that apply, in the order in which they were computed; their parts add up to both discounts.</summary>
    public IReadOnlyList<AppliedPromotion> Applied { get; init; } = [];

    /// <summary>Gets the promotions and codes that do not apply.</summary>
    public IReadOnlyList<RefusedPromotion> Refused { get; init; } = [];

    /// <summary>Gets the lines whose margin becomes too low.</summary>
    public IReadOnlyList<MarginWarning> Warnings { get; init; } = [];

    /// <summary>Gets the reason in one sentence.</summary>
    public required string Reason { get; init; }
}
