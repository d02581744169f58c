namespace Commerce.Agents.Domain.Inventory;

/// <summary>What became of the wish to keep a reservation without limit.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="IsKept">Whether the units are kept; otherwise they were given back, and have to be reserved anew.</param>
public sealed record ReservationExtended(Guid ReservationId, bool IsKept) : IMessage;
