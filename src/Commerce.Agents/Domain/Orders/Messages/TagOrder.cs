namespace Commerce.Agents.Domain.Orders;

/// <summary>Puts a mark on an order or takes it away; answered by <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Tag">1 to 50 characters of a-z, 0-9 and -.</param>
/// <param name="IsRemoved">Whether it is taken away.</param>
public sealed record TagOrder(OrderId OrderId, string Tag, bool IsRemoved = false) : IMessage;
