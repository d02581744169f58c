namespace Commerce.Agents.Domain.Orders;

/// <summary>The first of several parcels is with the carrier.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="Part">Which part, from 1.</param>
/// <param name="Parts">How many there are.</param>
public sealed record OrderPartiallyShipped(OrderId OrderId, string Number, int Part, int Parts) : IMessage;
