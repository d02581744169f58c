using Commerce.Agents.Domain.Inventory;

namespace Commerce.Agents.Domain.Orders;

/// <summary>An order was taken over from a marketplace.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalId">The marketplace's key.</param>
/// <param name="Lines">The lines.</param>
public sealed record OrderImported(
    OrderId OrderId, string Number, string Account, string ExternalId, IReadOnlyList<OrderLine> Lines) : IMessage
{
    /// <summary>Gets where it goes, for the choice of the warehouse; nothing while the marketplace hides it.</summary>
    public WarehouseDestination? ShipTo { get; init; }
}
