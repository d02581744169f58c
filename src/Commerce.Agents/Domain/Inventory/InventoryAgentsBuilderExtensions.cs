using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Adds the inventory context.</summary>
public static class InventoryAgentsBuilderExtensions
{
    /// <summary>The name of the stock agent; keys are <see cref="StockPlace.Key"/>.</summary>
    public const string StockAgentName = "stock";

    /// <summary>The name of the reservation agent; keys are reservation ids.</summary>
    public const string ReservationAgentName = "reservations";

    /// <summary>The name of the transfer agent; keys are transfer ids.</summary>
    public const string TransferAgentName = "transfers";

    /// <summary>The name of the agent that keeps the warehouses; keys are their codes.</summary>
    public const string WarehouseRegisterAgentName = "warehouses";

    /// <summary>The name of the agent that chooses warehouses; keys are order ids.</summary>
    public const string WarehouseSelectionAgentName = "warehouse-selection";

    /// <summary>The name of the agent that keeps the suppliers; keys are their codes.</summary>
    public const string SupplierAgentName = "suppliers";

    /// <summary>The name of the agent that finds suppliers; keys are SKUs.</summary>
    public const string SourcingAgentName = "sourcing";

    /// <summary>The name of the agent that carries purchase orders; keys are their ids.</summary>
    public const string PurchaseOrderAgentName = "purchase-orders";

    /// <summary>The name of the agent that splits orders into pick lists; keys are order ids.</summary>
    public const string OrderPickingAgentName = "order-picking";

    /// <summary>The name of the agent that carries pick lists; keys are <see cref="PickList.KeyOf"/>.</summary>
    public const string PickListAgentName = "pick-lists";

    /// <summary>The name of the agent that owns locations; keys are <see cref="StockPlace.Key"/>.</summary>
    public const string LocationAgentName = "locations";

    /// <summary>The name of the agent that takes units in; keys are the ids of receipts and of returns.</summary>
    public const string ReceiptAgentName = "receipts";

    /// <summary>The name of the agent that hands manifests over; keys are their numbers.</summary>
    public const string ManifestHandoverAgentName = "manifest-handovers";

    /// <summary>The name of the agent that owns parcels until they are handed over; keys are the carrier, a slash, the tracking number.</summary>
    public const string ParcelHandoverAgentName = "parcel-handovers";

    /// <summary>The name of the agent that compares levels with their movements; its only key is "stock".</summary>
    public const string ReconciliationAgentName = "stock-reconciliation";

    /// <summary>The name of the agent that looks for units that expire; its only key is "stock".</summary>
    public const string ExpiryScanAgentName = "stock-expiry";

    /// <summary>The name of the agent that has products counted; keys are the ids of counts.</summary>
    public const string CycleCountAgentName = "cycle-counts";

    /// <summary>
    /// Adds the agents that own stock, keep it for orders, pick and pack orders, choose warehouses and buy goods. <see cref="PickingOptions"/>,
    /// <see cref="ReceivingOptions"/>, <see cref="CountingOptions"/>, <see cref="WarehouseOptions"/> and <see cref="SupplierOptions"/> are set by
    /// <c>agents.Services.Configure</c>.
    /// </summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddInventory(this AgentsBuilder agents, Action<InventoryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        return agents
            .AddOptions<InventoryOptions, InventoryOptionsValidator>(configure)
            .AddEntity<StockMovement>(movement => movement.Index(entity => entity.Sku, entity => entity.Warehouse))
            .AddEntity<StockedPlace>(place => place.Index(entity => entity.Warehouse).Index(entity => entity.Sku))
            .AddEntity<StockAlert>(alert => alert.Index(entity => entity.Kind, entity => entity.ResolvedAt))
            .AddAgent<StockAgent, StockLevel>(StockAgentName, agent => agent
                .Handles<ReceiveStock>(message => new StockPlace(message.Sku, message.Warehouse).Key)
                .Handles<AdjustStock>(message => new StockPlace(message.Sku, message.Warehouse).Key)
                .Handles<SetStockPolicy>(message => new StockPlace(message.Sku, message.Warehouse).Key)
                .Handles<CheckAvailability>(message => new StockPlace(message.Sku, message.Warehouse).Key)
                .Handles<KeepStock>(message => message.Line.Place.Key)
                .Handles<FreeStock>(message => message.Line.Place.Key)
                .Handles<TakeStock>(message => message.Line.Place.Key)
                .Handles<LeaveStockQueue>(message => message.Line.Place.Key)
                .Handles<MeasureStock>(message => new StockPlace(message.Sku, message.Warehouse).Key)
                .Handles<CorrectStock>(message => new StockPlace(message.Sku, message.Warehouse).Key)
                .Handles<GetValuation>(message => new StockPlace(message.Sku, message.Warehouse).Key)
                .Handles<CheckStockSum>(message => new StockPlace(message.Sku, message.Warehouse).Key))
            .AddAgent<ReconciliationAgent, Reconciliation>(ReconciliationAgentName, agent => agent.Handles<ReconcileStock>(_ => ReconciliationAgent.Key))
            .AddRecurring("stock-reconciliation", "0 2 * * *", "UTC", static () => new ReconcileStock())
            .AddAgent<ReservationAgent, StockReservation>(ReservationAgentName, agent => agent
                .Handles<ReserveStock>(message => message.ReservationId.ToString())
                .Handles<StockKept>(message => message.ReservationId.ToString())
                .Handles<ExtendReservation>(message => message.ReservationId.ToString())
                .Handles<ReleaseStock>(message => message.ReservationId.ToString())
                .Handles<FulfilStock>(message => message.ReservationId.ToString())
                .Handles<ReservationExpired>(message => message.ReservationId.ToString()))
            .AddSaga<TransferAgent, StockTransfer>(TransferAgentName, saga => saga
                .StartedBy<StartTransfer>(message => message.TransferId.ToString())
                .StartedBy<DispatchTransfer>(message => message.TransferId.ToString())
                .StartedBy<CompleteTransfer>(message => message.TransferId.ToString())
                .StartedBy<CancelTransfer>(message => message.TransferId.ToString())
                .Handles<StockReserved>(message => message.ReservationId.ToString())
                .Handles<StockReservationFailed>(message => message.ReservationId.ToString()))
            .Commands<ReceiveStock>().Commands<AdjustStock>().Commands<SetStockPolicy>().Commands<CheckAvailability>()
            .Commands<ReserveStock>().Commands<ExtendReservation>().Commands<ReleaseStock>().Commands<FulfilStock>()
            .Commands<StartTransfer>().Commands<DispatchTransfer>().Commands<CompleteTransfer>().Commands<CancelTransfer>()
            .Commands<KeepStock>().Commands<FreeStock>().Commands<TakeStock>().Commands<LeaveStockQueue>()
            .Commands<GetValuation>().Commands<CheckStockSum>().Commands<ReconcileStock>()
            .AddPicking()
            .AddReceiving()
            .AddHandover()
            .AddCounting()
            .AddWarehouses()
            .AddSuppliers();
    }
}
