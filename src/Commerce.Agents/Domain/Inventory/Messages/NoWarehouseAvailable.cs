namespace Commerce.Agents.Domain.Inventory;

/// <summary>No warehouse can ship an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Rejected">The warehouses with the reasons.</param>
/// <param name="Reason">One sentence.</param>
public sealed record NoWarehouseAvailable(OrderId OrderId, IReadOnlyList<WarehouseRejection> Rejected, string Reason) : IMessage;
