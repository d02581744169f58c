using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>The payment of an order.</summary>
public sealed record OrderPayment
{
    /// <summary>Gets the gateway's key.</summary>
    public GatewayPaymentId? GatewayId { get; init; }

    /// <summary>Gets where it is.</summary>
    public PaymentStatus Status { get; init; } = PaymentStatus.Pending;

    /// <summary>Gets the method by which it was authorised; a token, never a card number.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets when the hold ends, as far as is known; nothing as long as nothing was held.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets when the hold ended before the money was taken; nothing when it did not.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>Gets what is or was held.</summary>
    public Money? Authorized { get; init; }

    /// <summary>Gets what was taken.</summary>
    public Money? Captured { get; init; }

    /// <summary>Gets when it was taken.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>Gets what goes or went back.</summary>
    public IReadOnlyList<OrderRefund> Refunds { get; init; } = [];

    /// <summary>Gets why it was declined.</summary>
    public string? DeclineCode { get; init; }

    /// <summary>Gets what can still go back: what was taken less what goes or went back.</summary>
    public Money? Refundable => Captured is not { } captured ? null : Refunds
        .Where(static refund => refund.Status is not RefundState.Rejected and not RefundState.Failed)
        .Aggregate(captured, static (left, refund) => left - refund.Amount);

    /// <summary>Gets where it is, in the words of the books.</summary>
    public PaymentState State => Status.Value switch
    {
        _ when ExpiredAt is not null => PaymentState.Expired,
        _ when Captured is { } captured && Returned(captured.Currency) is { IsZero: false } back =>
            back == captured ? PaymentState.Refunded : PaymentState.PartiallyRefunded,
        "succeeded" => PaymentState.Succeeded,
        "authorized" => PaymentState.Authorized,
        "processing" => PaymentState.Processing,
        "cancelled" => PaymentState.Cancelled,
        "failed" => PaymentState.Failed,
        _ => PaymentState.Pending,
    };

    private Money Returned(Currency currency) => Refunds
        .Where(static refund => refund.Status == RefundState.Completed)
        .Aggregate(Money.Zero(currency), static (sum, refund) => sum + refund.Amount);
}
