namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says whether units of one product are kept for a reservation.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Attempt">Which attempt of it.</param>
/// <param name="Line">What was asked for.</param>
/// <param name="Available">How many there were.</param>
/// <param name="IsKept">Whether they are kept.</param>
public sealed record StockKept(Guid ReservationId, int Attempt, StockLine Line, int Available, bool IsKept) : IMessage
{
    /// <summary>Gets a value indicating whether they are waited for: the same is said again, as kept, when all of them are there.</summary>
    public bool IsAwaited { get; init; }
}
