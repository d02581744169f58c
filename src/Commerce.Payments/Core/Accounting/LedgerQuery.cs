namespace Commerce.Payments.Accounting;

/// <summary>Which entries to list; everything that is not given is not asked for.</summary>
public sealed record LedgerQuery
{
    /// <summary>Gets the payment.</summary>
    public PaymentId? PaymentId { get; init; }

    /// <summary>Gets the merchant.</summary>
    public TenantId? Merchant { get; init; }

    /// <summary>Gets the time from which on they happened.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the time before which they happened.</summary>
    public DateTimeOffset? Before { get; init; }

    internal bool Takes(LedgerEntry entry) => (PaymentId is null || PaymentId == entry.PaymentId)
        && (Merchant is null || Merchant == entry.Merchant)
        && (From is null || From <= entry.At)
        && (Before is null || entry.At < Before);
}
