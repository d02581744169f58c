
namespace Commerce.Agents.Domain.Inventory;

/// <summary>Registers the agents that keep and choose warehouses.</summary>
internal static class WarehousesSetup
{
    internal static AgentsBuilder AddWarehouses(this AgentsBuilder agents)
    {
        return agents
            .AddOptions<WarehouseOptions, WarehouseOptionsValidator>()
            .AddEntity<Warehouse>(entity => entity.Index(warehouse => warehouse.Code))
            .AddDecisions()
            .AddAgent<WarehouseRegisterAgent, WarehouseRegistration>(InventoryAgentsBuilderExtensions.WarehouseRegisterAgentName, agent => agent
                .Handles<SetWarehouse>(message => message.Code)
                .Handles<GetWarehouseMetrics>(message => message.Warehouse))
            .AddAgent<WarehouseSelectionAgent, WarehouseSelection>(InventoryAgentsBuilderExtensions.WarehouseSelectionAgentName, agent => agent
                .Handles<SelectWarehouse>(message => message.OrderId.ToString())
                .Handles<ScoreWarehouses>(message => message.OrderId.ToString()))
            .Commands<SetWarehouse>().Commands<GetWarehouseMetrics>().Commands<SelectWarehouse>().Commands<ScoreWarehouses>();
    }
}
