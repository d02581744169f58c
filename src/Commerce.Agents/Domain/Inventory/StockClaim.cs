namespace Commerce.Agents.Domain.Inventory;

/// <summary>What a reservation waits for at a level.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Attempt">Which attempt of it.</param>
/// <param name="Quantity">How many it wants: 1 or more.</param>
/// <param name="Turn">Its turn.</param>
public sealed record StockClaim(Guid ReservationId, int Attempt, int Quantity, StockTurn Turn)
{
    /// <summary>Gets how many are kept for it already; less than it wants.</summary>
    public int Kept { get; init; }

    internal int Missing => Quantity - Kept;
}
