namespace Commerce.Agents.Domain.Inventory;

/// <summary>Gives units of one product back that were kept. Only the reservation agent sends this.</summary>
/// <param name="Line">What.</param>
/// <param name="Cause">Why.</param>
public sealed record FreeStock(StockLine Line, string Cause) : IMessage;
