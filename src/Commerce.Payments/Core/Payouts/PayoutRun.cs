namespace Commerce.Payments.Payouts;

/// <summary>What a run of the payout engine did.</summary>
/// <param name="Period">The period, by the day of its run.</param>
/// <param name="Sent">The payouts that the gateway took.</param>
/// <param name="Carried">The balances that wait for another run.</param>
/// <param name="Failures">The payouts that did not go out.</param>
public sealed record PayoutRun(
    DateOnly Period, IReadOnlyList<MerchantPayout> Sent, IReadOnlyList<CarriedBalance> Carried, IReadOnlyList<PayoutFailure> Failures);
