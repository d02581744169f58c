namespace Commerce.Agents.Domain.Orders;

/// <summary>How long an order may stay where it is (BUSINESS_RULES 3.1, ORD-1 rule 9 and jobs).</summary>
internal static class OrderTimes
{
    private static readonly TimeSpan Pending = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Picking = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Unpaid = TimeSpan.FromHours(24);
    private static readonly TimeSpan Held = TimeSpan.FromDays(30);
    private static readonly TimeSpan Returns = TimeSpan.FromDays(30);

    internal static TimeSpan? Of(OrderStatus status) => status switch
    {
        OrderStatus.Pending => Pending,
        OrderStatus.Processing => Picking,
        OrderStatus.PaymentFailed => Unpaid,
        OrderStatus.OnHold => Held,
        OrderStatus.Delivered => Returns,
        _ => null,
    };
}
