namespace Commerce.Carriers;

/// <summary>How carriers are compared.</summary>
public sealed record SelectionOptions
{
    /// <summary>Gets the weight of punctuality: 0 to 1; all weights together are 1.</summary>
    /// <value>The default is 0.60.</value>
    public decimal OnTimeWeight { get; init; } = 0.60m;

    /// <summary>Gets the weight of price: 0 to 1.</summary>
    /// <value>The default is 0.40.</value>
    public decimal PriceWeight { get; init; } = 0.40m;

    /// <summary>Gets the weight of the customers' rating: 0 to 1.</summary>
    /// <value>The default is 0.</value>
    public decimal RatingWeight { get; init; }

    /// <summary>Gets the customers' rating of a quote's carrier, 0 to 5; only asked when <see cref="RatingWeight"/> is above 0.</summary>
    /// <value>The default is 0 for all.</value>
    public Func<RateQuote, decimal> Rating { get; init; } = static _ => 0;

    /// <summary>Gets how the parts are made comparable.</summary>
    public SelectionMode Mode { get; init; }

    /// <summary>Gets how many alternatives are kept: 0 or more.</summary>
    /// <value>The default is 3.</value>
    public int MaxAlternatives { get; init; } = 3;

    /// <summary>Gets what is known of punctuality.</summary>
    /// <value>The default is what is expected of each carrier on a domestic lane, 0.90 for carriers that are not known.</value>
    public Func<RateQuote, OnTimeEstimate> OnTime { get; init; } = static quote => new(OnTimePriors.Of(quote.Carrier, quote.Level, null));

    /// <summary>Gets the seed of Thompson sampling: each punctuality is drawn from what is known of it, so that little-known services get a chance.</summary>
    /// <value>The default is <see langword="null"/>: off. Give another seed for each shipment, such as its number; the same seed draws the same.</value>
    public int? ExplorationSeed { get; init; }

    internal void Validate()
    {
        if (OnTimeWeight < 0 || PriceWeight < 0 || RatingWeight < 0 || OnTimeWeight + PriceWeight + RatingWeight != 1)
        {
            throw new ArgumentException(
                $"OnTimeWeight is {OnTimeWeight}, PriceWeight {PriceWeight} and RatingWeight {RatingWeight}: give shares that add up to 1.", nameof(OnTimeWeight));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(MaxAlternatives);
    }
}
