namespace Commerce.Agents.Domain.Inventory;

/// <summary>Takes the claim of a reservation on units of one product back. Only the reservation agent sends this.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Attempt">Which attempt of it.</param>
/// <param name="Line">What it waits for.</param>
/// <param name="Cause">Why.</param>
public sealed record LeaveStockQueue(Guid ReservationId, int Attempt, StockLine Line, string Cause) : IMessage;
