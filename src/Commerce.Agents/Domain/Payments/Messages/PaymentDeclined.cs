namespace Commerce.Agents.Domain.Payments;

/// <summary>The money of an order cannot be had.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="DeclineCode">Why.</param>
/// <param name="BuyerMessage">What to tell the buyer.</param>
public sealed record PaymentDeclined(OrderId OrderId, string DeclineCode, string BuyerMessage) : IMessage;
