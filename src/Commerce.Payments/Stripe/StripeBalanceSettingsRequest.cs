namespace Commerce.Payments.Stripe;

/// <summary>Changes to how an account is paid out. What is not given stays.</summary>
public sealed record StripeBalanceSettingsRequest
{
    /// <summary>Gets the caller's name of this step, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init; }

    /// <summary>Gets the seller; the platform itself when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets when it is paid out; <see cref="PayoutSchedule.DelayDays"/> is how many days money waits before.</summary>
    public PayoutSchedule? Payouts { get; init; }

    /// <summary>Gets the words on the statement; Stripe takes at most 22 characters.</summary>
    public string? StatementText { get; init; }

    /// <summary>Gets a value indicating whether a negative balance is drawn from the bank account.</summary>
    public bool? DebitsNegativeBalances { get; init; }
}
