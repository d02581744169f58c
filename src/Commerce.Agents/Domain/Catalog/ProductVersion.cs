using System.Globalization;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>A product as it was at one version.</summary>
public sealed record ProductVersion : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the version, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the product.</summary>
    public required Product Snapshot { get; init; }

    /// <summary>Gets who made it so.</summary>
    public required string Author { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Finds the id of a version.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="number">The version, from 1.</param>
    /// <returns>The id.</returns>
    public static Guid IdOf(Sku sku, int number) => OrderKeys.From($"product version {sku}", number.ToString(CultureInfo.InvariantCulture)).Value;
}
