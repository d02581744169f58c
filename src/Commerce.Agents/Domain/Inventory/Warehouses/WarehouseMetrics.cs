namespace Commerce.Agents.Domain.Inventory;

/// <summary>How a warehouse does. What is not known is not given: it is no zero.</summary>
/// <param name="Utilisation">The share of its room that is used: 0 to 1, more when it overflows.</param>
/// <param name="HandlingHours">The hours from an order to its parcel, on average.</param>
/// <param name="ErrorRate">The share of orders with a mistake: 0 to 1.</param>
/// <param name="OnTimeRate">The share of orders that left in time: 0 to 1.</param>
public sealed record WarehouseMetrics(
    decimal? Utilisation = null, decimal? HandlingHours = null, decimal? ErrorRate = null, decimal? OnTimeRate = null);
