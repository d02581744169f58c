namespace Commerce.Payments.Payouts;

/// <summary>Where the payout of a merchant is.</summary>
public enum MerchantPayoutState
{
    /// <summary>Written down; nothing has an answer yet.</summary>
    Planned,

    /// <summary>The money is on the merchant's account at the gateway.</summary>
    Funded,

    /// <summary>The gateway sends it to the bank.</summary>
    Sent,

    /// <summary>The gateway says that it arrived; it may still fail within days.</summary>
    Paid,

    /// <summary>It failed: its lines are free again and go into the next payout.</summary>
    Failed,
}
