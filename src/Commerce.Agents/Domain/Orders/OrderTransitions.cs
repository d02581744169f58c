namespace Commerce.Agents.Domain.Orders;

/// <summary>Which step of an order may follow which.</summary>
public static class OrderTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<OrderStatus> Table { get; } = new("order", new Dictionary<OrderStatus, OrderStatus[]>
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
    });
}
