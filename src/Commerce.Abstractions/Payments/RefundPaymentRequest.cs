namespace Commerce.Payments;

/// <summary>Money to pay back.</summary>
public sealed record RefundPaymentRequest
{
    /// <summary>Gets the caller's name of this refund, sent as the idempotency key. Two equal refunds have two keys.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment.</summary>
    public required GatewayPaymentId PaymentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets how much; everything that is left when not given.</summary>
    public Money? Amount { get; init => field = value is null ? null : PaymentGuard.Amount(value.Value); }

    /// <summary>Gets why.</summary>
    public PaymentRefundReason? Reason { get; init; }

    /// <summary>Gets a value indicating whether the seller's share is taken back in proportion.</summary>
    public bool ReverseTransfer { get; init; }

    /// <summary>Gets a value indicating whether the commission is given back in proportion.</summary>
    public bool RefundCommission { get; init; }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
