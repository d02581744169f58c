namespace Commerce.Agents.Domain.Inventory;

/// <summary>A warehouse is over a bound; told once until it is below again.</summary>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Kind">What: "utilisation" or "error rate".</param>
/// <param name="Value">The value, as a share: 0.93 is 93 %.</param>
public sealed record CapacityAlertRaised(string Warehouse, string Kind, decimal Value) : IMessage;
