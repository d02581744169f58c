using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>A buyer objects to a payment.</summary>
/// <param name="OrderId">The order; its payment has the same key.</param>
/// <param name="DisputeId">The gateway's key of the dispute.</param>
/// <param name="Amount">The amount in dispute.</param>
/// <param name="EvidenceDueBy">Until when evidence is taken.</param>
/// <param name="IsInquiry">Whether it is only an inquiry: no money moved yet, so it is no charge-back.</param>
public sealed record DisputeOpened(
    OrderId OrderId, GatewayDisputeId DisputeId, Money Amount, DateTimeOffset? EvidenceDueBy, bool IsInquiry = false) : IMessage;
