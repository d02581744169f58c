namespace Commerce.Agents.Domain.Orders;

/// <summary>Which step may follow which. What is not listed is refused.</summary>
public static class OrderTransitions
{
    private static readonly Dictionary<OrderStatus, OrderStatus[]> Allowed = new()
    {
        [OrderStatus.None] = [OrderStatus.Pending],
        [OrderStatus.Pending] = [OrderStatus.Confirmed, OrderStatus.OnHold, OrderStatus.PaymentFailed, OrderStatus.Cancelled],
        [OrderStatus.PaymentFailed] = [OrderStatus.Pending, OrderStatus.Cancelled],
        [OrderStatus.OnHold] = [OrderStatus.Pending, OrderStatus.Confirmed, OrderStatus.Cancelled],
        [OrderStatus.Confirmed] = [OrderStatus.Processing, OrderStatus.OnHold, OrderStatus.Cancelled],
        [OrderStatus.Processing] = [OrderStatus.PartiallyShipped, OrderStatus.Shipped, OrderStatus.OnHold, OrderStatus.Cancelled],
        [OrderStatus.PartiallyShipped] = [OrderStatus.Shipped],
        [OrderStatus.Shipped] = [OrderStatus.Delivered, OrderStatus.Returned],
        [OrderStatus.Delivered] = [OrderStatus.Completed, OrderStatus.Returned],
        [OrderStatus.Completed] = [OrderStatus.Returned],
        [OrderStatus.Returned] = [OrderStatus.Refunded],
        [OrderStatus.Cancelled] = [OrderStatus.Refunded],
        [OrderStatus.Refunded] = [],
    };

    /// <summary>Tells whether an order may go from one status to another.</summary>
    /// <param name="from">Where it is.</param>
    /// <param name="to">Where it would go.</param>
    /// <returns>Whether that is listed.</returns>
    public static bool Allows(OrderStatus from, OrderStatus to) => Allowed[from].Contains(to);
}
