using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>The payment of an order.</summary>
public sealed record OrderPayment
{
    /// <summary>Gets the gateway's key.</summary>
    public GatewayPaymentId? GatewayId { get; init; }

    /// <summary>Gets where it is.</summary>
    public PaymentStatus Status { get; init; } = PaymentStatus.Pending;

    /// <summary>Gets what is or was held.</summary>
    public Money? Authorized { get; init; }

    /// <summary>Gets what was taken.</summary>
    public Money? Captured { get; init; }

    /// <summary>Gets why it was declined.</summary>
    public string? DeclineCode { get; init; }
}
