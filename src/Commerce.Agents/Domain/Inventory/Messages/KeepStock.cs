namespace Commerce.Agents.Domain.Inventory;

/// <summary>Keeps units of one product for a reservation. Only the reservation agent sends this.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Attempt">Which attempt of it.</param>
/// <param name="Line">What to keep.</param>
public sealed record KeepStock(Guid ReservationId, int Attempt, StockLine Line) : IMessage
{
    /// <summary>Gets the turn in which it waits for units that are not there; nothing when it does not wait.</summary>
    public StockTurn? Turn { get; init; }
}
