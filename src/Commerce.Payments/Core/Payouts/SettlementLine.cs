namespace Commerce.Payments.Payouts;

/// <summary>One amount that a merchant is owed, or owes.</summary>
public sealed record SettlementLine
{
    /// <summary>Gets the line's name, the same whenever the same fact is recorded again: 1 to 200 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the merchant.</summary>
    public required TenantId Merchant { get; init; }

    /// <summary>Gets what it is.</summary>
    public required SettlementKind Kind { get; init; }

    /// <summary>Gets the amount: above zero is owed to the merchant, below zero by the merchant.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the order, if it is about one.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Gets when it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets from when on it can be paid out; not yet known when not given: the order is not delivered.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    /// <summary>Gets a value indicating whether it is held, whatever its time: a dispute or a return is open.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Gets the name of the payout that takes it; free when not given.</summary>
    public string? Payout { get; init; }

    /// <summary>Tells whether a payout may take it.</summary>
    /// <param name="at">When.</param>
    /// <returns>True when it is free, available and not held; what the merchant owes is always due.</returns>
    public bool IsDue(DateTimeOffset at) => Payout is null && (Amount.Amount < 0 || (!IsHeld && AvailableAt <= at));
}
