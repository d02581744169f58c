namespace Commerce.Payments.Payouts;

/// <summary>A balance that a run did not pay out.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="Amount">What is due; below zero when the merchant owes it.</param>
/// <param name="Reason">Why it is carried.</param>
public sealed record CarriedBalance(TenantId Merchant, Money Amount, CarryReason Reason);
