namespace Commerce.Payments;

/// <summary>Money to move to a seller.</summary>
public sealed record CreateTransferRequest
{
    /// <summary>Gets the caller's name of this transfer, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init => field = PaymentGuard.Amount(value); }

    /// <summary>Gets the seller.</summary>
    public required ConnectedAccountId Destination { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment whose money it is: then it moves as soon as that money does.</summary>
    public GatewayPaymentId? Source { get; init; }

    /// <summary>Gets a name that groups transfers of one order; at most 100 characters.</summary>
    public string? Group { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
