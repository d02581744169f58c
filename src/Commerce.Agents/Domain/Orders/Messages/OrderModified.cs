namespace Commerce.Agents.Domain.Orders;

/// <summary>An order was changed.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="ChangeType">What changed: items, address_change, delivery_date_change, priority_change, gift_options_change; several with commas.</param>
/// <param name="Lines">The lines now.</param>
/// <param name="Totals">The sums now.</param>
/// <param name="TotalDelta">By how much the total grew.</param>
public sealed record OrderModified(OrderId OrderId, string Number, string ChangeType, IReadOnlyList<OrderLine> Lines, OrderTotals Totals, Money TotalDelta) : IMessage;
