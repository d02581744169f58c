namespace Commerce.Agents.Domain.Pricing;

/// <summary>The price of a product that was set here.</summary>
public sealed record ShopPrice
{
    /// <summary>Gets the price without tax; nothing as long as it is the catalogue's.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets the price before.</summary>
    public Money? Old { get; init; }

    /// <summary>Gets since when.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Gets why.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets who set it.</summary>
    public string? Actor { get; init; }
}
