using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Picks and packs confirmed orders.</summary>
public sealed class PackingAgent : IHandle<OrderConfirmed, PackedOrder>
{
    /// <inheritdoc/>
    public Task HandleAsync(OrderConfirmed message, AgentContext<PackedOrder> context, CancellationToken cancellationToken)
    {
        var packages = Packing.Pack(message.Lines);
        context.State = new PackedOrder { PackageCount = packages.Count };
        context.Publish(new PickListCreated(message.OrderId));
        context.Publish(new OrderReadyToShip(message.OrderId, message.Number, packages, message.ShipTo, message.RequiredBy));
        return Task.CompletedTask;
    }
}
