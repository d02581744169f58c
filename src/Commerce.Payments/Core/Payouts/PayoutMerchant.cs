namespace Commerce.Payments.Payouts;

/// <summary>What the payout engine must know of a merchant.</summary>
public sealed record PayoutMerchant
{
    /// <summary>Gets the merchant's account at the gateway.</summary>
    public required ConnectedAccountId Account { get; init; }

    /// <summary>Gets a value indicating whether the gateway and the platform allow payouts: <see cref="ConnectedAccount.CanPayOut"/> and no suspension.</summary>
    public required bool CanPayOut { get; init; }

    /// <summary>Gets when the bank details were changed last, if ever.</summary>
    public DateTimeOffset? BankChangedAt { get; init; }

    /// <summary>Gets the part of sales that is kept back for refunds to come, as a fraction; the engine's own when not given.</summary>
    public decimal? ReserveRate { get; init; }
}
