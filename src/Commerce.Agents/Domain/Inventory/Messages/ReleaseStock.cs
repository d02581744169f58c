namespace Commerce.Agents.Domain.Inventory;

/// <summary>Gives units back that were kept. Repeating it changes nothing. Answers with an <see cref="Answer"/>.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseStock(Guid ReservationId, string Reason) : IMessage;
