namespace Commerce.Payments.Payouts;

/// <summary>What a merchant is owed in one currency, payouts that were taken left out.</summary>
/// <param name="Available">What the next run may pay out; below zero when the merchant owes it.</param>
/// <param name="Pending">What waits for delivery, the terms or the end of the reserve.</param>
/// <param name="Held">What is held by a dispute or a return.</param>
public sealed record MerchantBalance(Money Available, Money Pending, Money Held);
