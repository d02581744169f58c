namespace Commerce.Marketplaces.Amazon;

/// <summary>A featured offer of a product.</summary>
/// <param name="SellerId">The seller.</param>
/// <param name="Price">The price.</param>
/// <param name="Shipping">The shipping; absent when Amazon does not tell.</param>
/// <param name="Condition">The condition in Amazon's word.</param>
/// <param name="IsFulfilledByAmazon">Whether Amazon ships.</param>
public sealed record AmazonFeaturedPrice(string SellerId, Money Price, Money? Shipping, string? Condition, bool IsFulfilledByAmazon);
