using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>A dispute has ended.</summary>
/// <param name="OrderId">The order; its payment has the same key.</param>
/// <param name="DisputeId">The gateway's key of the dispute.</param>
/// <param name="Amount">The amount that was in dispute.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record DisputeResolved(OrderId OrderId, GatewayDisputeId DisputeId, Money Amount, DisputeStatus Outcome) : IMessage;
