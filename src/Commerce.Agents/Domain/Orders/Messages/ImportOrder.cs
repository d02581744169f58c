using Commerce.Agents.Domain.Inventory;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Takes over an order that a marketplace has been paid for. Importing the same order id again changes nothing.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalId">The marketplace's key.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Totals">The marketplace's sums.</param>
/// <param name="Commission">The marketplace's commission.</param>
public sealed record ImportOrder(
    OrderId OrderId, string Account, string ExternalId, IReadOnlyList<OrderLine> Lines, OrderTotals Totals, Money Commission) : IMessage
{
    /// <summary>Gets where it goes, for the choice of the warehouse; nothing while the marketplace hides it.</summary>
    public WarehouseDestination? ShipTo { get; init; }
}
