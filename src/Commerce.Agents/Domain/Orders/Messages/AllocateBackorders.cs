namespace Commerce.Agents.Domain.Orders;

/// <summary>
/// Looks whether orders that wait for units of a product can leave in full from where units are by now, by priority and then age: after units came into
/// another warehouse by hand, or back from a buyer. Answers with an <see cref="Answer"/>.
/// </summary>
/// <param name="Sku">The product.</param>
public sealed record AllocateBackorders(Sku Sku) : IMessage;
