namespace Commerce.Agents.Domain.Orders;

/// <summary>An order waits for units of a product. Nothing is charged before they are there.</summary>
/// <param name="BackorderId">The backorder.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How many are missing: 1 or more.</param>
/// <param name="ExpectedOn">The day on which they can be sent; nothing while no purchase order says.</param>
public sealed record BackorderCreated(Guid BackorderId, OrderId OrderId, Sku Sku, int Quantity, DateOnly? ExpectedOn) : IMessage;
