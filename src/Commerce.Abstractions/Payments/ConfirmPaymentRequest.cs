namespace Commerce.Payments;

/// <summary>A payment to confirm.</summary>
public sealed record ConfirmPaymentRequest
{
    /// <summary>Gets the caller's name of this attempt, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment.</summary>
    public required GatewayPaymentId PaymentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment method; the one that the payment has when not given.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets where the buyer comes back to after a redirect.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
