namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says that the picker is on the way. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record StartPicking(OrderId OrderId, int Part) : IMessage;
