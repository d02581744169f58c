namespace Commerce.Agents.Domain.Payments;

/// <summary>Lets held money of an order go.</summary>
/// <param name="OrderId">The order.</param>
public sealed record VoidPayment(OrderId OrderId) : IMessage;
