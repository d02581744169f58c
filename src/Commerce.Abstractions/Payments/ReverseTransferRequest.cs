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
}
