namespace Commerce.Agents.Domain.Inventory;

/// <summary>Keeps units, all of them or none. Repeating it changes nothing. <see cref="StockReserved"/> or <see cref="StockReservationFailed"/> follows.</summary>
/// <param name="ReservationId">The order, or whatever else has the units kept.</param>
/// <param name="Lines">What to keep.</param>
/// <param name="Lifetime">How long; the options say when it is not given.</param>
public sealed record ReserveStock(Guid ReservationId, IReadOnlyList<StockLine> Lines, TimeSpan? Lifetime = null) : IMessage
{
    /// <summary>
    /// Gets the turn in which it waits for units that are not there; <see cref="StockAwaited"/> follows then. Without one it is refused when not all of its
    /// units are there.
    /// </summary>
    public StockTurn? Turn { get; init; }
}
