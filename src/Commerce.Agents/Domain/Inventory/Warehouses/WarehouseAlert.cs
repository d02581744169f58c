namespace Commerce.Agents.Domain.Inventory;

/// <summary>Something about a warehouse that a person should look at.</summary>
/// <param name="Kind">What: "utilisation" or "error rate".</param>
/// <param name="Value">The value, as a share: 0.93 is 93 %.</param>
public sealed record WarehouseAlert(string Kind, decimal Value);
