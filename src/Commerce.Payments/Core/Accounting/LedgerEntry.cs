namespace Commerce.Payments.Accounting;

/// <summary>One fact of money. It is never changed: what was wrong is put right by another entry.</summary>
public sealed record LedgerEntry
{
    /// <summary>Gets the entry's name, the same whenever the same fact is recorded again: 1 to 200 characters.</summary>
    public required string Key { get; init; }

    /// <summary>Gets what it records.</summary>
    public required LedgerEntryKind Kind { get; init; }

    /// <summary>Gets when it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the lines, two or more, whose sum is zero in each currency.</summary>
    public required IReadOnlyList<LedgerLine> Lines { get; init; }

    /// <summary>Gets the payment whose totals it changes, if it is about one.</summary>
    public PaymentId? PaymentId { get; init; }

    /// <summary>Gets the order, if it is about one.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Gets the merchant, if it is about one.</summary>
    public TenantId? Merchant { get; init; }

    /// <summary>Gets the gateway's key of what it records, by which a movement of the gateway's balance is matched.</summary>
    public string? SourceId { get; init; }

    /// <summary>Tells whether another entry records the same fact: everything but the time is equal.</summary>
    /// <param name="other">The other entry.</param>
    /// <returns>True when it does.</returns>
    public bool IsSameFact(LedgerEntry other) => other is not null
        && (Key, Kind, PaymentId, OrderId, Merchant, SourceId) == (other.Key, other.Kind, other.PaymentId, other.OrderId, other.Merchant, other.SourceId)
        && Lines.SequenceEqual(other.Lines);
}
