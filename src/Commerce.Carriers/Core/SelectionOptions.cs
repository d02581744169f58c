namespace Commerce.Carriers;

/// <summary>How carriers are compared.</summary>
public sealed record SelectionOptions
{
    private static readonly Dictionary<CarrierCode, decimal> DefaultPriors = new()
    {
        [CarrierCode.Chronopost] = 0.98m,
        [CarrierCode.Colissimo] = 0.95m,
        [CarrierCode.Dpd] = 0.93m,
        [CarrierCode.Ups] = 0.92m,
        [CarrierCode.FedEx] = 0.91m,
        [CarrierCode.ColisPrive] = 0.88m,
    };

    /// <summary>Gets the weight of punctuality: 0 to 1; both weights together are 1.</summary>
    /// <value>The default is 0.60.</value>
    public decimal OnTimeWeight { get; init; } = 0.60m;

    /// <summary>Gets the weight of price: 0 to 1.</summary>
    /// <value>The default is 0.40.</value>
    public decimal PriceWeight { get; init; } = 0.40m;

    /// <summary>Gets how the two are made comparable.</summary>
    public SelectionMode Mode { get; init; }

    /// <summary>Gets how many alternatives are kept: 0 or more.</summary>
    /// <value>The default is 3.</value>
    public int MaxAlternatives { get; init; } = 3;

    /// <summary>Gets what is known of punctuality: the share of deliveries on time, 0 to 1.</summary>
    /// <value>The default is a prior for each known carrier and 0.90 for all others.</value>
    public Func<RateQuote, decimal> OnTimeRate { get; init; } = static quote => DefaultPriors.GetValueOrDefault(quote.Carrier, 0.90m);

    internal void Validate()
    {
        if (OnTimeWeight < 0 || PriceWeight < 0 || OnTimeWeight + PriceWeight != 1)
        {
            throw new ArgumentException($"OnTimeWeight is {OnTimeWeight} and PriceWeight {PriceWeight}: give two shares of 1.", nameof(OnTimeWeight));
        }
    }
}
