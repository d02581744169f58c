namespace Commerce.Marketplaces.Amazon;

/// <summary>The price at which an offer is expected to be the featured one.</summary>
/// <param name="Key">The offer: its SKU and the store.</param>
public sealed record AmazonExpectedPrice(OfferKey Key)
{
    /// <summary>Gets Amazon's word for the result, such as <c>VALID_FOEP</c> or <c>NO_COMPETING_OFFERS</c>.</summary>
    public string? Result { get; init; }

    /// <summary>Gets the price; absent where Amazon expects none.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets the price of the offer that competes.</summary>
    public Money? CompetingPrice { get; init; }

    /// <summary>Gets the shipping of the offer that competes.</summary>
    public Money? CompetingShipping { get; init; }

    /// <summary>Gets the price of the offer that is featured now.</summary>
    public Money? FeaturedPrice { get; init; }

    /// <summary>Gets the shipping of the offer that is featured now.</summary>
    public Money? FeaturedShipping { get; init; }

    /// <summary>Gets the seller whose offer is featured now.</summary>
    public string? FeaturedSellerId { get; init; }

    /// <summary>Gets why there is no answer for this offer.</summary>
    public Refusal? Refusal { get; init; }
}
