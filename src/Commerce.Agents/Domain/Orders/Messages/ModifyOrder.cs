namespace Commerce.Agents.Domain.Orders;

/// <summary>Changes an order; answered by <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Change">What changes.</param>
/// <param name="Actor">Who changes it: a key, no personal data.</param>
public sealed record ModifyOrder(OrderId OrderId, OrderChange Change, string Actor) : IMessage;
