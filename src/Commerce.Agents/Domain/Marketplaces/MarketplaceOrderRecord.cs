using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>An order of a marketplace as it is listed: where it is, what is wrong with it. No personal data.</summary>
public sealed record MarketplaceOrderRecord : IEntity
{
    /// <summary>Gets the key: the same for the same account and external id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the marketplace account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the marketplace's key.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Gets where it is.</summary>
    public required MarketplaceOrderStatus Status { get; init; }

    /// <summary>Gets the fingerprint of what was seen last.</summary>
    public required string Content { get; init; }

    /// <summary>Gets our order; none before it was imported.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Gets why it is quarantined, each with the remedy; empty when it is not.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Gets how the commission compares with the table; none before it was imported.</summary>
    public CommissionCheck? Commission { get; init; }

    /// <summary>Gets a value indicating whether a person should look at the commission.</summary>
    public bool IsCommissionFlagged { get; init; }

    /// <summary>Gets what a person should know; none when all is well.</summary>
    public string? Note { get; init; }

    /// <summary>Gets when it was seen first.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets when something of it was changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
