namespace Commerce.Agents.Domain.Inventory;

/// <summary>The turn of a reservation that waits for units that are not there: the higher priority first, then who waits longer.</summary>
/// <param name="Priority">How urgent it is; more is sooner.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record StockTurn(int Priority, DateTimeOffset Since);
