using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Adds the order context.</summary>
public static class OrdersAgentsBuilderExtensions
{
    private const string NeedsPayments = "orders need them, call AddPayments";
    private const string NeedsInventory = "orders need them, call AddInventory";

    /// <summary>The name of the order agent; keys are order ids.</summary>
    public const string OrderAgentName = "orders";

    /// <summary>The name of the saga that secures orders; keys are order ids.</summary>
    public const string CreateOrderName = "create-order";

    /// <summary>The name of the cancellation agent; keys are order ids.</summary>
    public const string CancellationAgentName = "cancellations";

    /// <summary>The name of the agent that owns what orders wait for; keys are order ids.</summary>
    public const string BackorderAgentName = "backorders";

    /// <summary>The name of the agent that looks for units elsewhere; keys are SKUs.</summary>
    public const string BackorderAllocationAgentName = "backorder-allocation";

    /// <summary>The name of the agent that follows what suppliers bring; keys are the ids of purchase orders.</summary>
    public const string IncomingGoodsAgentName = "incoming-goods";

    /// <summary>Adds the order agent and the saga that secures orders. Needs a catalogue (<see cref="Catalog.IProductCatalog"/>).</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddOrders(this AgentsBuilder agents, Action<OrderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        return agents
            .AddOptions<OrderOptions, OrderOptionsValidator>(configure)
            .AddAgent<OrderAgent, Order>(OrderAgentName, agent => agent
                .Handles<PlaceOrder>(message => message.OrderId.ToString())
                .Handles<ImportOrder>(message => message.OrderId.ToString())
                .Handles<ConfirmOrder>(message => message.OrderId.ToString())
                .Handles<HoldOrder>(message => message.OrderId.ToString())
                .Handles<FailOrderPayment>(message => message.OrderId.ToString())
                .Handles<CancelOrder>(message => message.OrderId.ToString())
                .Handles<FraudAssessed>(message => message.OrderId.ToString())
                .Handles<PaymentAuthorized>(message => message.OrderId.ToString())
                .Handles<PaymentCaptured>(message => message.OrderId.ToString())
                .Handles<PaymentVoided>(message => message.OrderId.ToString())
                .Handles<PaymentExpired>(message => message.OrderId.ToString())
                .Handles<PickListCreated>(message => message.OrderId.ToString())
                .Handles<ShipmentCreated>(message => message.OrderId.ToString())
                .Handles<ShipmentStatusChanged>(message => message.OrderId.ToString())
                .Handles<NoCarrierAvailable>(message => message.OrderId.ToString())
                .Handles<CheckCancellable>(message => message.OrderId.ToString())
                .Handles<QuoteOrder>(message => message.OrderId.ToString())
                .Handles<FraudReviewed>(message => message.OrderId.ToString())
                .Handles<ModifyOrder>(message => message.OrderId.ToString())
                .Handles<ReleaseHold>(message => message.OrderId.ToString())
                .Handles<RetryPayment>(message => message.OrderId.ToString())
                .Handles<AddOrderNote>(message => message.OrderId.ToString())
                .Handles<TagOrder>(message => message.OrderId.ToString())
                .Handles<RecordDeliveryAttempt>(message => message.OrderId.ToString())
                .Handles<OrderDue>(message => message.OrderId.ToString())
                .Handles<BackorderReady>(message => message.OrderId.ToString())
                .Handles<CreateReplacementOrder>(message => message.OrderId.ToString())
                .Handles<OpenReplacementOrder>(message => message.OrderId.ToString())
                .Handles<ReplacementCancelled>(message => message.OrderId.ToString())
                .Handles<RefundCompleted>(message => message.OrderId.ToString()))
            .AddAgent<DuplicateGuardAgent, RecentBaskets>("order-duplicates", agent => agent.Handles<CheckDuplicate>(message => message.Customer))
            .AddDecisions()
            .AddEntity<OrderRecord>(entity => entity
                .Index(record => record.Status, record => record.PlacedAt)
                .Index(record => record.Customer, record => record.PlacedAt)
                .Index(record => record.PlacedAt))
            .AddSaga<CreateOrderSaga, OrderCreation>(CreateOrderName, saga => saga
                .StartedBy<OrderPlaced>(message => message.OrderId.ToString())
                .StartedBy<OrderImported>(message => message.OrderId.ToString())
                .StartedBy<ReplacementOrderCreated>(message => message.ReplacementOrderId.ToString())
                .Handles<FraudAssessed>(message => message.OrderId.ToString())
                .Handles<DuplicateChecked>(message => message.OrderId.ToString())
                .Handles<WarehouseSelected>(message => message.OrderId.ToString())
                .Handles<NoWarehouseAvailable>(message => message.OrderId.ToString())
                .Handles<OrderOnHold>(message => message.OrderId.ToString())
                .Handles<OrderHoldReleased>(message => message.OrderId.ToString())
                .Handles<OrderModified>(message => message.OrderId.ToString())
                .Handles<OrderPaymentRetried>(message => message.OrderId.ToString())
                .Handles<StockReserved>(message => message.ReservationId.ToString())
                .Handles<ReservationExtended>(message => message.ReservationId.ToString())
                .Handles<StockReservationFailed>(message => message.ReservationId.ToString())
                .Handles<StockAwaited>(message => message.ReservationId.ToString())
                .Handles<ReplanBackorder>(message => message.OrderId.ToString())
                .Handles<PaymentAuthorized>(message => message.OrderId.ToString())
                .Handles<PaymentDeclined>(message => message.OrderId.ToString())
                .Handles<MarketplaceOrderReleased>(message => message.OrderId.ToString())
                .Handles<OrderCancelled>(message => message.OrderId.ToString())
                .Handles<OrderShipped>(message => message.OrderId.ToString()))
            .AddSaga<CancellationAgent, Cancellation>(CancellationAgentName, saga => saga
                .StartedBy<RequestCancellation>(message => message.OrderId.ToString())
                .StartedBy<ReviewCancellation>(message => message.OrderId.ToString())
                .StartedBy<WithdrawCancellation>(message => message.OrderId.ToString())
                .Handles<CancellationDue>(message => message.OrderId.ToString())
                .Handles<CancellationChecked>(message => message.OrderId.ToString())
                .Handles<OrderCancelled>(message => message.OrderId.ToString())
                .Handles<CancellationImpossible>(message => message.OrderId.ToString())
                .Handles<PaymentReversed>(message => message.OrderId.ToString())
                .Handles<RefundCompleted>(message => message.OrderId.ToString())
                .Handles<RefundFailed>(message => message.OrderId.ToString()))
            .Commands<PlaceOrder>().Commands<ImportOrder>().Commands<ConfirmOrder>().Commands<HoldOrder>()
            .Commands<FailOrderPayment>().Commands<CancelOrder>()
            .Commands<RequestCancellation>().Commands<ReviewCancellation>().Commands<WithdrawCancellation>().Commands<CheckCancellable>()
            .Sends<AssessOrder>(NeedsPayments).Sends<CalculateTax>(NeedsPayments).Sends<AuthorizePayment>(NeedsPayments).Sends<ReversePayment>(NeedsPayments)
            .Sends<SelectWarehouse>(NeedsInventory).Sends<ReserveStock>(NeedsInventory).Sends<ReleaseStock>(NeedsInventory).Sends<FulfilStock>(NeedsInventory)
            .Sends<ExtendReservation>(NeedsInventory)
            .Commands<QuoteOrder>().Commands<ModifyOrder>().Commands<ReleaseHold>().Commands<RetryPayment>().Commands<AddOrderNote>()
            .Commands<TagOrder>().Commands<RecordDeliveryAttempt>().Commands<CheckDuplicate>()
            .Commands<CreateReplacementOrder>().Commands<OpenReplacementOrder>().Commands<ReplacementCancelled>()
            .AddBackorders();
    }

    private static AgentsBuilder AddBackorders(this AgentsBuilder agents) => agents
        .AddEntity<Backorder>(static entity => entity
            .Index(static backorder => backorder.Sku, static backorder => backorder.Status)
            .Index(static backorder => backorder.OrderId))
        .AddEntity<IncomingGoods>(static entity => entity.Index(static goods => goods.Sku))
        .AddSaga<BackorderAgent, BackorderWork>(BackorderAgentName, static saga => saga
            .StartedBy<StockAwaited>(static message => message.ReservationId.ToString())
            .StartedBy<ExtendBackorder>(static message => message.OrderId.ToString())
            .Handles<StockReserved>(static message => message.ReservationId.ToString())
            .Handles<OrderCancelled>(static message => message.OrderId.ToString())
            .Handles<BackorderDue>(static message => message.OrderId.ToString())
            .Handles<EstimateBackorder>(static message => message.OrderId.ToString()))
        .AddSaga<IncomingGoodsAgent, IncomingOrder>(IncomingGoodsAgentName, static saga => saga
            .StartedBy<PurchaseOrderSent>(static message => message.PurchaseOrderId.ToString())
            .StartedBy<PurchaseOrderConfirmed>(static message => message.PurchaseOrderId.ToString())
            .Handles<PurchaseOrderReceived>(static message => message.PurchaseOrderId.ToString())
            .Handles<PurchaseOrderCancelled>(static message => message.PurchaseOrderId.ToString()))
        .AddAgent<BackorderAllocationAgent, BackorderAllocation>(BackorderAllocationAgentName, static agent => agent
            .Handles<AllocateBackorders>(static message => message.Sku.ToString())
            .Handles<StockReceived>(static message => message.Sku.ToString()))
        .Commands<AllocateBackorders>().Commands<ReplanBackorder>().Commands<ExtendBackorder>().Commands<EstimateBackorder>();
}
