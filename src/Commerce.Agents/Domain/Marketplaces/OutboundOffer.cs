namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What an account shall show of a product, and what the marketplace says to it.</summary>
public abstract record OutboundOffer
{
    /// <summary>Gets the key: the same for the same account and product.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the marketplace account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets what became of it.</summary>
    public OutboundStatus Status { get; init; }

    /// <summary>Gets why it was refused.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets when it was set.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Gets when the marketplace answered last.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}
