namespace Commerce.Agents.Domain.Payments;

/// <summary>Money that was held is let go.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">How much.</param>
public sealed record PaymentVoided(OrderId OrderId, Money Amount) : IMessage;
