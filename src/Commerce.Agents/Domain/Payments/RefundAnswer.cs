using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What the gateway answered to a refund, as it is written down.</summary>
/// <param name="GatewayId">The gateway's key; absent when it refused.</param>
/// <param name="Status">Where the refund is.</param>
/// <param name="Reason">Why it was refused or failed.</param>
public sealed record RefundAnswer(GatewayRefundId? GatewayId, RefundStatus Status, string? Reason = null);
