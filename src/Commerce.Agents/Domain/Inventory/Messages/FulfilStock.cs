namespace Commerce.Agents.Domain.Inventory;

/// <summary>Takes units out that were kept, because they left. Answers with an <see cref="Answer"/>.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Lines">What left; all that is left of the reservation when not given.</param>
/// <param name="Kind">With a parcel, to another warehouse, or as a loss.</param>
public sealed record FulfilStock(
    Guid ReservationId, IReadOnlyList<StockLine>? Lines = null, StockMovementKind Kind = StockMovementKind.Shipment) : IMessage;
