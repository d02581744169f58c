namespace Commerce.Payments;

/// <summary>A commission to give back.</summary>
public sealed record RefundCommissionRequest
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the commission.</summary>
    public required CommissionId CommissionId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets how much; everything that is left when not given.</summary>
    public Money? Amount { get; init => field = value is null ? null : PaymentGuard.Amount(value.Value); }

    /// <summary>Gets notes by name: at most 50, names to 40 and values to 500 characters, no personal data.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = PaymentGuard.Metadata(value); } =
        new Dictionary<string, string>();
}
