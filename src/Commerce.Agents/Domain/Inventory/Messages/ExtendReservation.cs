namespace Commerce.Agents.Domain.Inventory;

/// <summary>Keeps units without limit, because the order is confirmed. Answers with an <see cref="Answer"/>, and <see cref="ReservationExtended"/> tells it.</summary>
/// <param name="ReservationId">The reservation.</param>
public sealed record ExtendReservation(Guid ReservationId) : IMessage;
