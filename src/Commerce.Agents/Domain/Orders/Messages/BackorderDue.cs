namespace Commerce.Agents.Domain.Orders;

/// <summary>An order may have waited as long as it shall.</summary>
/// <param name="OrderId">The order.</param>
public sealed record BackorderDue(OrderId OrderId) : IMessage;
