namespace Commerce.Agents.Domain.Shipping;

/// <summary>No carrier takes an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why.</param>
public sealed record NoCarrierAvailable(OrderId OrderId, string Reason) : IMessage;
