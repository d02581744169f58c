namespace Commerce.Payments.Payouts;

/// <summary>A payout that did not go out in a run.</summary>
/// <param name="Payout">The payout: <see cref="MerchantPayoutState.Failed"/> when it was refused and its money is free again, open when it has no answer yet and is tried again.</param>
/// <param name="Reason">Why.</param>
public sealed record PayoutFailure(MerchantPayout Payout, Refusal Reason);
