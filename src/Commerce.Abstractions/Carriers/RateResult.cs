namespace Commerce.Carriers;

/// <summary>The prices of one carrier.</summary>
/// <param name="Quotes">The quotes, cheapest first.</param>
/// <param name="Messages">What the carrier noted, and why services are missing.</param>
public sealed record RateResult(IReadOnlyList<RateQuote> Quotes, IReadOnlyList<CarrierMessage> Messages);
