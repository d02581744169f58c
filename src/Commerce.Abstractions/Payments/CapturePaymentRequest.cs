namespace Commerce.Payments;

/// <summary>Money to take that is held.</summary>
public sealed record CapturePaymentRequest
{
    /// <summary>Gets the caller's name of this capture, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment.</summary>
    public required GatewayPaymentId PaymentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets how much; all of it when not given. The rest is let go unless <see cref="IsFinal"/> is false.</summary>
    public Money? Amount { get; init => field = value is null ? null : PaymentGuard.Amount(value.Value); }

    /// <summary>Gets a value indicating whether it is the last capture.</summary>
    /// <value>The default is true; false needs <see cref="PaymentFeature.SeveralCaptures"/>.</value>
    public bool IsFinal { get; init; } = true;

    /// <summary>Gets the commission on this part, when the payment is shared with a seller.</summary>
    public Money? Commission { get; init => field = value is null ? null : Guard.NotNegative(value.Value); }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
