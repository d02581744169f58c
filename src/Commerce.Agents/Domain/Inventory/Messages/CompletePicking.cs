namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says that everything that is there was taken. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record CompletePicking(OrderId OrderId, int Part) : IMessage;
