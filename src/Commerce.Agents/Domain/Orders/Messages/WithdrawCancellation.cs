namespace Commerce.Agents.Domain.Orders;

/// <summary>Takes a request back that nobody has decided. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
public sealed record WithdrawCancellation(OrderId OrderId) : IMessage;
