namespace Commerce.Agents.Domain.Orders;

/// <summary>Decides about cancellations. A pure function.</summary>
public static class CancellationRules
{
    private static readonly string[] OfTheSystem =
        [CancellationReasons.OutOfStock, CancellationReasons.PaymentFailed, CancellationReasons.FraudDetected, CancellationReasons.DuplicateOrder];

    private static readonly OrderStatus[] BeforePicking = [OrderStatus.Pending, OrderStatus.PaymentFailed, OrderStatus.OnHold, OrderStatus.Confirmed];

    /// <summary>Decides about a request.</summary>
    /// <param name="reason">One of <see cref="CancellationReasons"/>.</param>
    /// <param name="status">Where the order is.</param>
    /// <returns>Whether it is approved: yes, no, or nothing when a person must decide; and why.</returns>
    public static (bool? IsApproved, string Why) Decide(string reason, OrderStatus status)
    {
        if (!OrderTransitions.Table.Allows(status, OrderStatus.Cancelled))
        {
            return (false, $"The order is {status}: {(status is OrderStatus.Shipped or OrderStatus.PartiallyShipped or OrderStatus.Delivered or OrderStatus.Completed ? "it can be returned" : "there is nothing to cancel")}.");
        }

        return OfTheSystem.Contains(reason) ? (true, $"{reason} needs nobody's word.")
            : reason == CancellationReasons.CustomerRequest && BeforePicking.Contains(status) ? (true, $"The order is {status}: nobody has begun to pick it.")
            : (null, $"The order is {status} and the reason is {reason}: a person decides.");
    }
}
