namespace Commerce.Agents.Domain.Inventory;

/// <summary>A reservation waits: what is there is kept for it, and what is missing comes to it before anybody new gets any. <see cref="StockReserved"/> follows when all is there.</summary>
/// <param name="ReservationId">The order, or whatever else wants units kept.</param>
/// <param name="Turn">The turn in which it waits.</param>
/// <param name="Missing">What it waits for.</param>
public sealed record StockAwaited(Guid ReservationId, StockTurn Turn, IReadOnlyList<StockShortage> Missing) : IMessage;
