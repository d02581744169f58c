namespace Commerce.Agents.Domain.Inventory;

/// <summary>Looks whether units of a product in a warehouse expire soon. Only the expiry agent sends this.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
public sealed record CheckExpiry(Sku Sku, string Warehouse) : IMessage;
