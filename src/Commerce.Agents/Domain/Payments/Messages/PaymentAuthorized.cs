namespace Commerce.Agents.Domain.Payments;

/// <summary>The money of an order is held.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">The amount.</param>
public sealed record PaymentAuthorized(OrderId OrderId, Money Amount) : IMessage;
