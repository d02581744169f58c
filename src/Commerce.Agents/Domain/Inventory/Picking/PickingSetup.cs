using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Registers the agents that pick and pack.</summary>
internal static class PickingSetup
{
    internal static AgentsBuilder AddPicking(this AgentsBuilder agents) => agents
        .AddOptions<PickingOptions, PickingOptionsValidator>()
        .AddEntity<PickList>(static entity => entity
            .Index(static list => list.Warehouse, static list => list.Status, static list => list.QueuePlace)
            .Index(static list => list.OrderId))
        .AddEntity<Location>(static entity => entity
            .Index(static location => location.Sku, static location => location.Warehouse)
            .Index(static location => location.Warehouse, static location => location.Code))
        .AddEntity<PutAwayTask>(static entity => entity.Index(static task => task.Warehouse, static task => task.DoneAt))
        .AddDecisions()
        .AddAgent<OrderPickingAgent, OrderPicking>(InventoryAgentsBuilderExtensions.OrderPickingAgentName, static agent => agent
            .Handles<FulfilmentPlanned>(static message => message.OrderId.ToString())
            .Handles<OrderCancelled>(static message => message.OrderId.ToString()))
        .AddAgent<PickListAgent, PickListWork>(InventoryAgentsBuilderExtensions.PickListAgentName, static agent => agent
            .Handles<CreatePickList>(static message => PickList.KeyOf(message.OrderId, message.Part))
            .Handles<LocationsAllocated>(static message => PickList.KeyOf(message.OrderId, message.Part))
            .Handles<CancelPickList>(static message => PickList.KeyOf(message.OrderId, message.Part))
            .Handles<AssignPickList>(static message => PickList.KeyOf(message.OrderId, message.Part))
            .Handles<StartPicking>(static message => PickList.KeyOf(message.OrderId, message.Part))
            .Handles<ConfirmPick>(static message => PickList.KeyOf(message.OrderId, message.Part))
            .Handles<ReportShort>(static message => PickList.KeyOf(message.OrderId, message.Part))
            .Handles<CompletePicking>(static message => PickList.KeyOf(message.OrderId, message.Part))
            .Handles<PackPickList>(static message => PickList.KeyOf(message.OrderId, message.Part)))
        .AddAgent<LocationAgent, LocationLedger>(InventoryAgentsBuilderExtensions.LocationAgentName, static agent => agent
            .Handles<RequestPutAway>(static message => new StockPlace(message.Sku, message.Warehouse).Key)
            .Handles<PutAway>(static message => new StockPlace(message.Sku, message.Warehouse).Key)
            .Handles<AllocateLocations>(static message => new StockPlace(message.Sku, message.Warehouse).Key)
            .Handles<TakeFromLocation>(static message => new StockPlace(message.Sku, message.Warehouse).Key)
            .Handles<FreeLocation>(static message => new StockPlace(message.Sku, message.Warehouse).Key)
            .Handles<CheckExpiry>(static message => new StockPlace(message.Sku, message.Warehouse).Key))
        .AddAgent<ExpiryScanAgent, ExpiryScan>(InventoryAgentsBuilderExtensions.ExpiryScanAgentName, static agent => agent
            .Handles<ScanExpiry>(static _ => ExpiryScanAgent.Key))
        .AddRecurring("stock-expiry", "0 3 * * *", "UTC", static () => new ScanExpiry())
        .Commands<CreatePickList>().Commands<CancelPickList>().Commands<AssignPickList>().Commands<StartPicking>().Commands<ConfirmPick>()
        .Commands<ReportShort>().Commands<CompletePicking>().Commands<PackPickList>()
        .Commands<RequestPutAway>().Commands<PutAway>().Commands<AllocateLocations>().Commands<TakeFromLocation>().Commands<FreeLocation>()
        .Commands<CheckExpiry>().Commands<ScanExpiry>();
}
