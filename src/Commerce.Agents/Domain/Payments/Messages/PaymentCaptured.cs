namespace Commerce.Agents.Domain.Payments;

/// <summary>The money of an order was taken.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">The amount.</param>
public sealed record PaymentCaptured(OrderId OrderId, Money Amount) : IMessage;
