namespace Commerce.Agents.Domain.Orders;

/// <summary>Places an order of the own shop. Placing the same order id again changes nothing.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Draft">What is ordered.</param>
public sealed record PlaceOrder(OrderId OrderId, OrderDraft Draft) : IMessage;
