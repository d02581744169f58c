namespace Commerce.Agents.Domain.Shipping;

/// <summary>Buys the label of a packed order from the carrier of its decision.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Choice">Which of the decision's carriers, from 0.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record BuyLabel(OrderId OrderId, int Choice, int Part = 1) : IMessage;
