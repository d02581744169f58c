namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Puts a product's price on an account, by the account's rule; sent with others after five seconds, and until it is taken. Answered by <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Price">The price in the shop, without tax: more than 0.</param>
public sealed record PushPrice(string Account, Sku Sku, Money Price) : IMessage;
