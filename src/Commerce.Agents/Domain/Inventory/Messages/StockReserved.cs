namespace Commerce.Agents.Domain.Inventory;

/// <summary>All units of a reservation are kept.</summary>
/// <param name="ReservationId">The order, or whatever else has the units kept.</param>
/// <param name="Lines">What is kept.</param>
/// <param name="ExpiresAt">Until when, unless it is extended; nothing when it was.</param>
public sealed record StockReserved(Guid ReservationId, IReadOnlyList<StockLine> Lines, DateTimeOffset? ExpiresAt) : IMessage;
