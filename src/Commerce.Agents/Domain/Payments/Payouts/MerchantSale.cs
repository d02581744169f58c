using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Payments;

/// <summary>A merchant's sale with what the platform keeps of it, and what was refunded.</summary>
public sealed record MerchantSale : IEntity
{
    /// <summary>Gets the key: the same for the same merchant and name.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the merchant.</summary>
    public required TenantId Merchant { get; init; }

    /// <summary>Gets the sale's name.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the lines with commission and fees.</summary>
    public required IReadOnlyList<MerchantSaleLine> Lines { get; init; }

    /// <summary>Gets what was refunded, by line.</summary>
    public IReadOnlyDictionary<string, Money> Refunded { get; init; } = new Dictionary<string, Money>();

    /// <summary>Gets the names of the refunds.</summary>
    public IReadOnlyList<string> Refunds { get; init; } = [];

    /// <summary>Finds the key of a sale.</summary>
    /// <param name="merchant">The merchant.</param>
    /// <param name="key">The sale's name.</param>
    /// <returns>The key.</returns>
    public static Guid IdOf(TenantId merchant, string key) => NamedIds.From(merchant.ToString(), key);
}
