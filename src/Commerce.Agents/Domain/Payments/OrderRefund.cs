using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Money of an order that goes back to its buyer.</summary>
public sealed record OrderRefund
{
    /// <summary>Gets its id: that of the request, so that a request counts once.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets how much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets why.</summary>
    public required PaymentRefundReason Reason { get; init; }

    /// <summary>Gets who asked for it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>Gets where it is.</summary>
    public RefundState Status { get; init; }

    /// <summary>Gets the second person who agreed, where one is needed.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Gets how often the gateway was asked.</summary>
    public int Tries { get; init; }

    /// <summary>Gets the gateway's key.</summary>
    public GatewayRefundId? GatewayId { get; init; }
}
