namespace Commerce.Agents.Domain.Inventory;

/// <summary>Adds units that arrived.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">How many: 1 or more.</param>
/// <param name="Reference">What they came with.</param>
public sealed record ReceiveStock(Sku Sku, int Quantity, string Reference) : IMessage;
