namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Changes what a listing says. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Content">What it says from now on.</param>
public sealed record UpdateListing(string Account, Sku Sku, ListingContent Content) : IMessage;
