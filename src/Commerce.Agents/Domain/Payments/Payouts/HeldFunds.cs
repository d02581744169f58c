namespace Commerce.Agents.Domain.Payments;

/// <summary>A reason for holding money of an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">The reason.</param>
public sealed record HeldFunds(OrderId OrderId, string Reason);
