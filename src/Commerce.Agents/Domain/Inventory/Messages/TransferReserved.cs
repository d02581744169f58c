namespace Commerce.Agents.Domain.Inventory;

/// <summary>The units of a transfer are kept and can leave.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Line">What goes, and the warehouse that it leaves.</param>
/// <param name="To">The warehouse that gets it.</param>
public sealed record TransferReserved(Guid TransferId, StockLine Line, string To) : IMessage;
