namespace Commerce.Agents.Domain.Orders;

/// <summary>Cancels an order that was not handed over.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why: out_of_stock, fraud_detected, customer_request.</param>
public sealed record CancelOrder(OrderId OrderId, string Reason) : IMessage;
