namespace Commerce.Agents.Domain.Orders;

/// <summary>An order's payment was declined; its stock is free again.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="DeclineCode">Why.</param>
/// <param name="BuyerMessage">What to tell the buyer.</param>
public sealed record OrderPaymentFailed(
    OrderId OrderId, string Number, string DeclineCode, string BuyerMessage) : IMessage;
