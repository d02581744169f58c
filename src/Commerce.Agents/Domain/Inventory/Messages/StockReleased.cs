namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units that were kept can be sold again.</summary>
/// <param name="ReservationId">The reservation.</param>
/// <param name="Lines">What.</param>
/// <param name="Reason">Why; "expired" when its time was over.</param>
public sealed record StockReleased(Guid ReservationId, IReadOnlyList<StockLine> Lines, string Reason) : IMessage;
