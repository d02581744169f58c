namespace Commerce.Agents.Domain.Orders;

/// <summary>How far the shipping of one SKU of an order is.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Total">How many are to be shipped in all: ordered and not called off.</param>
/// <param name="Pending">How many are in parts that have not left.</param>
/// <param name="Shipped">How many have left; those that have arrived or came back count.</param>
/// <param name="Delivered">How many have arrived.</param>
/// <param name="Failed">How many were in parts that will not arrive.</param>
/// <param name="Remaining">How many are in no part yet, or only in parts that will not arrive.</param>
public sealed record ShipmentSummaryLine(Sku Sku, int Total, int Pending, int Shipped, int Delivered, int Failed, int Remaining);
