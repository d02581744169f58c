namespace Commerce.Marketplaces;

/// <summary>Something of one account among those of others.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Account">The account.</param>
/// <param name="Marketplace">The platform.</param>
/// <param name="Item">The thing.</param>
/// <param name="AnswerBy">Until when the seller must answer; absent when nothing is owed, or no deadline is known.</param>
public sealed record AccountItem<T>(string Account, MarketplaceCode Marketplace, T Item, DateTimeOffset? AnswerBy = null)
    where T : class;
