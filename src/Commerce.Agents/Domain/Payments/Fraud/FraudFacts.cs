namespace Commerce.Agents.Domain.Payments;

/// <summary>What is known of an order and its buyer.</summary>
public sealed record FraudFacts
{
    /// <summary>Gets the amount in euros.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Gets the orders of the buyer in the last 24 hours, this one included.</summary>
    public int OrdersInDay { get; init; }

    /// <summary>Gets a value indicating whether billing and shipping differ.</summary>
    public bool HasOtherBillingAddress { get; init; }

    /// <summary>Gets a value indicating whether the account is younger than a day.</summary>
    public bool IsNewAccount { get; init; }

    /// <summary>Gets a value indicating whether the network address is on the bad list.</summary>
    public bool IsBadNetworkAddress { get; init; }

    /// <summary>Gets how often the payment method changed in 7 days.</summary>
    public int PaymentMethodChanges { get; init; }

    /// <summary>Gets what of the order is blocked.</summary>
    public IReadOnlyList<BlockedKind> Blocked { get; init; } = [];

    /// <summary>Gets how many orders of the buyer arrived.</summary>
    public int DeliveredOrders { get; init; }

    /// <summary>Gets how many orders of the buyer were charged back.</summary>
    public int Chargebacks { get; init; }

    /// <summary>Gets what could not be found out, one sentence each, no personal data. Any of it needs a person.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}
