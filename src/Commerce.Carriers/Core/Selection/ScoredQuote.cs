namespace Commerce.Carriers;

/// <summary>A quote with its score and the parts of it, not rounded.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="OnTimeRate">The service's punctuality: 0 to 1.</param>
/// <param name="OnTimeComponent">What punctuality counts for: 0 to 100.</param>
/// <param name="PriceComponent">What the price counts for: 0 to 100.</param>
/// <param name="Score">The weighted sum: 0 to 100.</param>
public sealed record ScoredQuote(RateQuote Quote, decimal OnTimeRate, decimal OnTimeComponent, decimal PriceComponent, decimal Score)
{
    /// <summary>Gets the punctuality that was drawn at random, when exploration is on: it counted instead of <see cref="OnTimeRate"/>.</summary>
    public decimal? DrawnRate { get; init; }

    /// <summary>Gets how the score comes about, ready for people.</summary>
    public string Reason { get; init; } = "";
}
