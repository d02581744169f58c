using Commerce.Agents.Domain.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>An order was judged by the fraud check.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="FraudScore">0 to 100.</param>
/// <param name="Decision">What follows.</param>
public sealed record OrderValidated(OrderId OrderId, int FraudScore, FraudDecision Decision) : IMessage;
