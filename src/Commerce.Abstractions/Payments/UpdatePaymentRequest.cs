namespace Commerce.Payments;

/// <summary>Changes to a payment.</summary>
public sealed record UpdatePaymentRequest
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment.</summary>
    public required GatewayPaymentId PaymentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the new amount; not once money is held or taken.</summary>
    public Money? Amount { get; init => field = value is null ? null : PaymentGuard.Amount(value.Value); }

    /// <summary>Gets the new payment method.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets the customer.</summary>
    public GatewayCustomerId? Customer { get; init; }

    /// <summary>Gets what is shown to staff; at most 500 characters, no personal data.</summary>
    public string? Description { get; init => field = Guard.OptionalText(value, 500); }

    /// <summary>Gets the new commission, when the payment is shared with a seller; zero or more.</summary>
    public Money? Commission { get; init => field = value is null ? null : Guard.NotNegative(value.Value); }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
