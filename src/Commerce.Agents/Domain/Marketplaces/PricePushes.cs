namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Prices on their way to an account.</summary>
public sealed record PricePushes : OfferPushes<SentPrice, Money>;
