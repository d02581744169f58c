using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A product on a marketplace: one for each account and SKU.</summary>
public sealed record Listing : IEntity
{
    /// <summary>Gets the key: the same for the same account and SKU.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the marketplace account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets where it is.</summary>
    public ListingStatus Status { get; init; }

    /// <summary>Gets what it says.</summary>
    public required ListingContent Content { get; init; }

    /// <summary>Gets how many are offered.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the marketplace's key, once it was read.</summary>
    public string? ListingId { get; init; }

    /// <summary>Gets what is wrong with it; empty when all is well.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Gets when the marketplace took something of it last.</summary>
    public DateTimeOffset? SyncedAt { get; init; }

    /// <summary>Finds the key of a listing.</summary>
    /// <param name="account">The marketplace account.</param>
    /// <param name="sku">The product.</param>
    /// <returns>The key.</returns>
    public static Guid IdOf(string account, Sku sku) => OrderKeys.From($"listing/{account}", sku.Value).Value;
}
