namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Writes a listing; one for each account and SKU. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Content">What it says.</param>
public sealed record CreateListing(string Account, Sku Sku, ListingContent Content) : IMessage;
