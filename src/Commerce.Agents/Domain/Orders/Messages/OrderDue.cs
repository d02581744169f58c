namespace Commerce.Agents.Domain.Orders;

/// <summary>An order has been long enough where it was: it is stuck, unpaid, held for too long, or its time for returns is over.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Status">Where it was; when it is elsewhere nothing happens.</param>
public sealed record OrderDue(OrderId OrderId, OrderStatus Status) : IMessage;
