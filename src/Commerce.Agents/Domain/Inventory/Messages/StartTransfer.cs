namespace Commerce.Agents.Domain.Inventory;

/// <summary>Begins to send units from one warehouse to another. Repeating it changes nothing. Answers with an <see cref="Answer"/>; <see cref="TransferReserved"/> or <see cref="TransferCancelled"/> follows.</summary>
/// <param name="TransferId">The transfer; also the id of its reservation, so no order may have it.</param>
/// <param name="Line">What goes; the warehouse is the one that it leaves.</param>
/// <param name="To">The code of the warehouse that gets it: 1 to 64 characters.</param>
public sealed record StartTransfer(Guid TransferId, StockLine Line, string To) : IMessage;
