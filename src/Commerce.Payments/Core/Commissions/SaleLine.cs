namespace Commerce.Payments.Commissions;

/// <summary>One line of a merchant's sale.</summary>
public sealed record SaleLine
{
    /// <summary>Gets the line's name in its order.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what was captured for the goods, discounts taken off, taxes included; zero or more.</summary>
    public required Money Captured { get; init; }

    /// <summary>Gets the goods that commission is computed on: after discounts, without taxes and shipping; zero or more.</summary>
    public required Money Goods { get; init; }

    /// <summary>Gets the shipping that the merchant charged, taxes included: it is the merchant's without commission; none when not given.</summary>
    public Money? Shipping { get; init; }

    /// <summary>Gets the category.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the subcategory.</summary>
    public string? Subcategory { get; init; }
}
