namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A listing needs a person: it was refused, or nothing was taken of it for long.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record ListingAlertRaised(string Account, Sku Sku, string Reason) : IMessage;
