using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A place from which orders are shipped.</summary>
public sealed record Warehouse : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the code that people and messages use: 1 to 32 characters.</summary>
    public required string Code { get; init; }

    /// <summary>Gets where it is.</summary>
    public required Address Address { get; init; }

    /// <summary>Gets its place on the globe, when known.</summary>
    public GeoPoint? Coordinates { get; init; }

    /// <summary>Gets the countries to which it ships.</summary>
    public IReadOnlyList<CountryCode> Countries { get; init; } = [];

    /// <summary>Gets the classes of goods that it can hold besides ordinary ones: "cold", "hazardous".</summary>
    public IReadOnlyList<string> GoodsClasses { get; init; } = [];

    /// <summary>Gets a value indicating whether it works.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Gets how it does.</summary>
    public WarehouseMetrics Metrics { get; init; } = new();
}
