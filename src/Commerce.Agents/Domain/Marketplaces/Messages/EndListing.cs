namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Ends a listing. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Reason">Why: 1 to 500 characters.</param>
public sealed record EndListing(string Account, Sku Sku, string Reason) : IMessage;
