namespace Commerce.Marketplaces.Ebay;

/// <summary>Whether an order can still be cancelled.</summary>
/// <param name="IsEligible">Whether it can.</param>
/// <param name="Reasons">Why not, in eBay's words, such as <c>CANCEL_WINDOW_ELAPSED</c>, <c>CANCELLATION_EXIST</c>, <c>CASE_EXIST</c>.</param>
public sealed record EbayCancellationCheck(bool IsEligible, IReadOnlyList<string> Reasons);
