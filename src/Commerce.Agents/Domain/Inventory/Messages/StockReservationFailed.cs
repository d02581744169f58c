namespace Commerce.Agents.Domain.Inventory;

/// <summary>A reservation was refused: not all of its units are there. None is kept.</summary>
/// <param name="ReservationId">The order, or whatever else wanted units kept.</param>
/// <param name="Shortages">What is missing.</param>
public sealed record StockReservationFailed(Guid ReservationId, IReadOnlyList<StockShortage> Shortages) : IMessage;
