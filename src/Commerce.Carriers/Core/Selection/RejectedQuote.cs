namespace Commerce.Carriers;

/// <summary>A quote that did not pass a filter.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="Reason">Why not.</param>
public sealed record RejectedQuote(RateQuote Quote, string Reason);
