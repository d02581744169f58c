namespace Commerce.Agents.Domain.Orders;

/// <summary>Says that an order's payment was declined.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="DeclineCode">Why.</param>
/// <param name="BuyerMessage">What to tell the buyer.</param>
public sealed record FailOrderPayment(OrderId OrderId, string DeclineCode, string BuyerMessage) : IMessage;
