namespace Commerce.Agents.Domain.Inventory;

/// <summary>A change of the number of units.</summary>
/// <param name="At">When.</param>
/// <param name="Quantity">How many came, or left as a negative number.</param>
/// <param name="Reference">Why: a delivery, an order.</param>
public sealed record StockMovement(DateTimeOffset At, int Quantity, string Reference);
