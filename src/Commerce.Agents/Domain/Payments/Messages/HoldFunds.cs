namespace Commerce.Agents.Domain.Payments;

/// <summary>Holds a merchant's money of an order, such as for a dispute or an open return. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why, the same word when it is released: 1 to 100 characters.</param>
public sealed record HoldFunds(TenantId Merchant, OrderId OrderId, string Reason) : IMessage;
