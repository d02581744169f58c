namespace Commerce.Payments.Payouts;

/// <summary>The payout of one merchant for one period in one currency: there is never a second one.</summary>
public sealed record MerchantPayout
{
    /// <summary>Gets the merchant.</summary>
    public required TenantId Merchant { get; init; }

    /// <summary>Gets the period, by the day of its run: <c>2026-11-30</c>.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>Gets what is paid out, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets what has to be moved to the merchant's account at the gateway first; zero when enough is there.</summary>
    public required Money ToTransfer { get; init; }

    /// <summary>Gets the merchant's account at the gateway.</summary>
    public required ConnectedAccountId Account { get; init; }

    /// <summary>Gets where it is.</summary>
    public MerchantPayoutState State { get; init; }

    /// <summary>Gets when it was written down: nothing was sent before.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Gets the transfer, once there is one.</summary>
    public TransferId? TransferId { get; init; }

    /// <summary>Gets the gateway's payout, once there is one.</summary>
    public PayoutId? PayoutId { get; init; }

    /// <summary>Gets when it is expected at the bank.</summary>
    public DateTimeOffset? ArrivesAt { get; init; }

    /// <summary>Gets why it failed, in the gateway's word.</summary>
    public string? FailureCode { get; init; }

    /// <summary>Gets the number of times that it was saved; a store refuses a version that does not follow the last one.</summary>
    public long Version { get; init; }

    /// <summary>Gets its name, which its lines carry and its calls are made of.</summary>
    public string Name => NameOf(Merchant, Period, Amount.Currency);

    /// <summary>Names the payout of a merchant, period and currency.</summary>
    /// <param name="merchant">The merchant.</param>
    /// <param name="period">The period.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The name.</returns>
    public static string NameOf(TenantId merchant, DateOnly period, Currency currency) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{merchant.Value:N}-{period:yyyyMMdd}-{currency}");

    internal OperationKey KeyOf(string step) => new($"{Name}-{step}");
}
