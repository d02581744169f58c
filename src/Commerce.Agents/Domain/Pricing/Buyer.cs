namespace Commerce.Agents.Domain.Pricing;

/// <summary>What promotions ask of a buyer. What is not known is not given; then the promotion that asks for it does not apply.</summary>
public sealed record Buyer
{
    /// <summary>Gets the shop's key of the customer, no personal data; not given for a guest.</summary>
    public string? Customer { get; init; }

    /// <summary>Gets the customer's segments.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Gets the customer's tier.</summary>
    public string? Tier { get; init; }

    /// <summary>Gets a value indicating whether this is known to be the first order.</summary>
    public bool IsFirstOrder { get; init; }
}
