namespace Commerce.Testing.Sandbox;

/// <summary>What a test payment method does to its payment after it was accepted.</summary>
internal enum StripeSandboxEffect
{
    Succeeds,
    IsReviewed,
    IsDisputed,
    IsDisputedTwice,
    IsInquired,
    IsReportedAsFraud,
    RefundIsPending,
    RefundFails,
    IsAvailableAtOnce,
    IsSlow,
}
