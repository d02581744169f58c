namespace Commerce.Payments.Stripe;

/// <summary>How an account is paid out.</summary>
public sealed record StripeBalanceSettings
{
    /// <summary>Gets when, when Stripe tells.</summary>
    public PayoutSchedule? Payouts { get; init; }

    /// <summary>Gets a value indicating whether it is paid out at all.</summary>
    public bool ArePayoutsEnabled { get; init; }

    /// <summary>Gets the words on the statement.</summary>
    public string? StatementText { get; init; }

    /// <summary>Gets how many days money waits before it can be paid out.</summary>
    public long? SettlementDays { get; init; }

    /// <summary>Gets a value indicating whether a negative balance is drawn from the bank account; absent when it never was set.</summary>
    public bool? DebitsNegativeBalances { get; init; }

    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
