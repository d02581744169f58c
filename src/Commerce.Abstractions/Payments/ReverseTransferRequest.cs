namespace Commerce.Payments;

/// <summary>Money to take back from a seller.</summary>
public sealed record ReverseTransferRequest
{
    /// <summary>Gets the caller's name of this reversal, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the transfer.</summary>
    public required TransferId TransferId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets how much; everything that is left when not given.</summary>
    public Money? Amount { get; init => field = value is null ? null : PaymentGuard.Amount(value.Value); }

    /// <summary>Gets a value indicating whether the commission is given back in proportion.</summary>
    public bool RefundCommission { get; init; }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();

    /// <summary>Gets fields that have no place here, by the gateway's own names; a name that the client sends itself is refused.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
