namespace Commerce.Agents.Domain.Orders;

/// <summary>An order waits for a person.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="Reason">Why.</param>
public sealed record OrderOnHold(OrderId OrderId, string Number, string Reason) : IMessage;
