namespace Commerce.Agents.Domain.Inventory;

/// <summary>A reservation has reached its end.</summary>
/// <param name="ReservationId">The reservation.</param>
public sealed record ReservationExpired(Guid ReservationId) : IMessage;
