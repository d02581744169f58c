namespace Commerce.Agents.Domain.Orders;

/// <summary>An order was placed.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="Draft">What was ordered.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Totals">The sums.</param>
public sealed record OrderPlaced(
    OrderId OrderId, string Number, OrderDraft Draft, IReadOnlyList<OrderLine> Lines, OrderTotals Totals) : IMessage;
