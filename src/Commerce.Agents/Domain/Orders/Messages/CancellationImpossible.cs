namespace Commerce.Agents.Domain.Orders;

/// <summary>An order cannot be cancelled any more.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Status">Where it is.</param>
public sealed record CancellationImpossible(OrderId OrderId, OrderStatus Status) : IMessage;
