using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What the gateway answered, as it is written down.</summary>
/// <param name="GatewayId">The gateway's key; absent when there is no payment.</param>
/// <param name="Status">Where the payment is.</param>
/// <param name="DeclineCode">Why it was declined or refused.</param>
/// <param name="BuyerMessage">What to tell the buyer.</param>
public sealed record PaymentAnswer(GatewayPaymentId? GatewayId, PaymentStatus Status, string? DeclineCode = null, string? BuyerMessage = null)
{
    /// <summary>Gets until when held money must be taken, when the gateway tells.</summary>
    public DateTimeOffset? CaptureBy { get; init; }
}
