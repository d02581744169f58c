namespace Commerce.Agents.Domain.Orders;

/// <summary>Looks again when the units that an order waits for will be there.</summary>
/// <param name="OrderId">The order.</param>
public sealed record EstimateBackorder(OrderId OrderId) : IMessage;
