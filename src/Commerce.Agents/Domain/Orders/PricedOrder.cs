using Commerce.Agents.Domain.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>An order with its prices.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Totals">The sums.</param>
/// <param name="TaxLines">What was taxed: the lines in their order, then shipping when it is taxed and not free.</param>
public sealed record PricedOrder(IReadOnlyList<OrderLine> Lines, OrderTotals Totals, IReadOnlyList<TaxLine> TaxLines);
