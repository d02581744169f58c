namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks how risky an order is.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Customer">Who buys.</param>
/// <param name="Amount">The amount.</param>
/// <param name="HasOtherBillingAddress">Whether billing and shipping differ.</param>
public sealed record AssessOrder(
    OrderId OrderId, string Customer, Money Amount, bool HasOtherBillingAddress) : IMessage;
