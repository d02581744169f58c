namespace Commerce.Agents.Domain.Inventory;

/// <summary>Registers a warehouse, or changes it.</summary>
/// <param name="Code">Its code: 1 to 32 characters.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Coordinates">Its place on the globe, when known.</param>
/// <param name="Countries">The countries to which it ships: at least one.</param>
/// <param name="GoodsClasses">The classes of goods that it can hold besides ordinary ones.</param>
/// <param name="IsActive">Whether it works.</param>
/// <param name="Metrics">How it does; what was known stays when not given.</param>
public sealed record SetWarehouse(
    string Code,
    Address Address,
    GeoPoint? Coordinates,
    IReadOnlyList<CountryCode> Countries,
    IReadOnlyList<string> GoodsClasses,
    bool IsActive = true,
    WarehouseMetrics? Metrics = null) : IMessage;
