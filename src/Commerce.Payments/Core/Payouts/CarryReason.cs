namespace Commerce.Payments.Payouts;

/// <summary>Why a balance is carried to the next run.</summary>
public enum CarryReason
{
    /// <summary>Less than the minimum is due.</summary>
    BelowMinimum,

    /// <summary>The merchant owes more than is due.</summary>
    Negative,

    /// <summary>There is no account to pay out to.</summary>
    NoAccount,

    /// <summary>Payouts are not allowed.</summary>
    PayoutsClosed,

    /// <summary>The bank details were changed lately.</summary>
    BankChanged,

    /// <summary>The payout of an earlier period has no answer yet.</summary>
    EarlierPayoutOpen,
}
