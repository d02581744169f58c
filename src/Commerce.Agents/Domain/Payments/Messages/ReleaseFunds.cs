namespace Commerce.Agents.Domain.Payments;

/// <summary>Ends one reason for holding money of an order; it is free when no other is left. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">The reason that was given.</param>
public sealed record ReleaseFunds(TenantId Merchant, OrderId OrderId, string Reason) : IMessage;
