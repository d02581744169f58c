using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What is remembered of an assessed order.</summary>
public sealed record FraudCase
{
    /// <summary>Gets who buys: the shop's key of the customer.</summary>
    public string Customer { get; init; } = "";

    /// <summary>Gets a value indicating whether the order has arrived.</summary>
    public bool IsDelivered { get; init; }

    /// <summary>Gets the charge-backs that are open or lost.</summary>
    public IReadOnlyList<GatewayDisputeId> Chargebacks { get; init; } = [];
}
