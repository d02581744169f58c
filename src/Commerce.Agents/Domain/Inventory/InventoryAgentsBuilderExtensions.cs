using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Adds the inventory context.</summary>
public static class InventoryAgentsBuilderExtensions
{
    /// <summary>The name of the stock agent; keys are SKUs.</summary>
    public const string StockAgentName = "stock";

    /// <summary>Adds the agents that own stock and pack orders.</summary>
    /// <param name="agents">The agents.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddInventory(this AgentsBuilder agents)
    {
        ArgumentNullException.ThrowIfNull(agents);
        return agents
            .AddEntity<StockMovement>()
            .AddAgent<StockAgent, StockLevel>(StockAgentName, agent => agent
                .Handles<ReceiveStock>(message => message.Sku.Value)
                .Handles<ReserveStock>(message => message.Sku.Value)
                .Handles<ReleaseStock>(message => message.Sku.Value)
                .Handles<ExtendReservation>(message => message.Sku.Value)
                .Handles<ReservationExpired>(message => message.Sku.Value)
                .Handles<FulfilStock>(message => message.Sku.Value))
            .AddAgent<PackingAgent, PackedOrder>("packing", agent => agent.Handles<OrderConfirmed>(message => message.OrderId.ToString()))
            .Commands<ReceiveStock>().Commands<ReserveStock>().Commands<ReleaseStock>().Commands<ExtendReservation>().Commands<FulfilStock>();
    }
}
