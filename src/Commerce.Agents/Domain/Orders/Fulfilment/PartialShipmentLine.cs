namespace Commerce.Agents.Domain.Orders;

/// <summary>What a part of an order has of one line.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">How many: 1 or more.</param>
public sealed record PartialShipmentLine(Sku Sku, int Quantity);
