namespace Commerce.Agents.Domain.Orders;

/// <summary>The buyer waits longer: the time until the order is cancelled begins anew. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
public sealed record ExtendBackorder(OrderId OrderId) : IMessage;
