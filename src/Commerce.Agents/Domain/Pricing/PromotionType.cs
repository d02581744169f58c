namespace Commerce.Agents.Domain.Pricing;

/// <summary>What a promotion gives.</summary>
public enum PromotionType
{
    /// <summary>A share of the eligible goods.</summary>
    Percentage,

    /// <summary>An amount, at most the eligible goods.</summary>
    FixedAmount,

    /// <summary>Buy some, get some free or cheaper; the cheapest ones are given.</summary>
    Bogo,

    /// <summary>The shipping, at what the cheapest standard service really costs.</summary>
    FreeShipping,

    /// <summary>A set price for parts that are bought together.</summary>
    Bundle,
}
