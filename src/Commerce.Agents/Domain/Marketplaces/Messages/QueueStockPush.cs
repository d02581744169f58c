namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Says what quantity an account shall sell.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">How many.</param>
public sealed record QueueStockPush(string Account, Sku Sku, int Quantity) : IMessage;
