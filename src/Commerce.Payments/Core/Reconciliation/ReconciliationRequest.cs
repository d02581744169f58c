namespace Commerce.Payments.Reconciliation;

/// <summary>The three sides to compare, over the same time.</summary>
public sealed record ReconciliationRequest
{
    /// <summary>Gets the name of the gateway account, the owner of its balance in the ledger.</summary>
    public required string Account { get; init; }

    /// <summary>Gets what the shop says.</summary>
    public required IReadOnlyList<OrderClaim> Orders { get; init; }

    /// <summary>Gets what the gateway says: every movement of the account's balance in that time.</summary>
    public required IReadOnlyList<BalanceMovement> Movements { get; init; }

    /// <summary>Gets what the ledger says: every entry of that time.</summary>
    public required IReadOnlyList<Accounting.LedgerEntry> Entries { get; init; }

    /// <summary>Gets when it is compared.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Gets how long one side may know something before the others.</summary>
    /// <value>The default is 1 hour.</value>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(1);
}
