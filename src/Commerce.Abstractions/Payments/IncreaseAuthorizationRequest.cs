namespace Commerce.Payments;

/// <summary>Held money to raise.</summary>
public sealed record IncreaseAuthorizationRequest
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment.</summary>
    public required GatewayPaymentId PaymentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the new total, above what is held now.</summary>
    public required Money Amount { get; init => field = PaymentGuard.Amount(value); }

    /// <summary>Gets the new commission in all, when the payment is shared with a seller; zero or more.</summary>
    public Money? Commission { get; init => field = value is null ? null : Guard.NotNegative(value.Value); }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
