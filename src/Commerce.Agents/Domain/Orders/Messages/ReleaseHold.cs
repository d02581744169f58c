namespace Commerce.Agents.Domain.Orders;

/// <summary>Lets a held order go on; answered by <see cref="Answer"/>. What a fraud review holds is released by its decision only.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Actor">Who has looked: a key, no personal data.</param>
public sealed record ReleaseHold(OrderId OrderId, string Actor) : IMessage;
