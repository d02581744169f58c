namespace Commerce.Agents.Domain.Payments;

/// <summary>What is known of a customer, as far as it tells about risk.</summary>
/// <param name="Customer">The shop's key of the customer.</param>
/// <param name="FirstSeen">When the customer ordered first; nothing for one who never did.</param>
/// <param name="OrdersInDay">The orders of the last 24 hours.</param>
/// <param name="DeliveredOrders">How many orders arrived.</param>
/// <param name="Chargebacks">How many were charged back.</param>
/// <param name="IsTrusted">Whether the customer gets the points of trust.</param>
public sealed record CustomerRisk(
    string Customer, DateTimeOffset? FirstSeen, int OrdersInDay, int DeliveredOrders, int Chargebacks, bool IsTrusted);
