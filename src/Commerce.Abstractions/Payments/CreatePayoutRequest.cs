namespace Commerce.Payments;

/// <summary>Money to pay out.</summary>
public sealed record CreatePayoutRequest
{
    /// <summary>Gets the caller's name of this payout, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init => field = PaymentGuard.Amount(value); }

    /// <summary>Gets the seller; the platform itself when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the words on the statement; at most 22 characters.</summary>
    public string? StatementText { get; init => field = Guard.OptionalText(value, 22); }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
