namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>The templates that come with the package, in English and French.</summary>
public static class NotificationTemplates
{
    /// <summary>An order is confirmed. Values: <c>number</c>, <c>lines</c>.</summary>
    public const string OrderConfirmed = "order-confirmed";

    /// <summary>A payment was declined. Values: <c>number</c>, <c>advice</c>.</summary>
    public const string PaymentFailed = "payment-failed";

    /// <summary>The money of an order was taken. Values: <c>number</c>, <c>amount</c>.</summary>
    public const string PaymentReceived = "payment-received";

    /// <summary>The hold of an order's money has ended before it left. Values: <c>number</c>, <c>amount</c>.</summary>
    public const string PaymentExpired = "payment-expired";

    /// <summary>An order waits for units that are not there. Values: <c>number</c>, <c>quantity</c>, <c>product</c>, <c>eta</c>.</summary>
    public const string BackorderCreated = "backorder-created";

    /// <summary>All units that an order waited for are there. Values: <c>number</c>.</summary>
    public const string BackorderReady = "backorder-ready";

    /// <summary>An order waits for a person. Values: <c>number</c>.</summary>
    public const string OrderOnHold = "order-on-hold";

    /// <summary>An order goes on that waited. Values: <c>number</c>.</summary>
    public const string OrderHoldReleased = "order-hold-released";

    /// <summary>A person decides whether an order is cancelled. Values: <c>number</c>.</summary>
    public const string CancellationRequested = "cancellation-requested";

    /// <summary>An order was changed. Values: <c>number</c>, <c>lines</c>, <c>total</c>.</summary>
    public const string OrderModified = "order-modified";

    /// <summary>An order was cancelled. Values: <c>number</c>.</summary>
    public const string OrderCancelled = "order-cancelled";

    /// <summary>An order is not cancelled although that was asked for. Values: <c>number</c>.</summary>
    public const string CancellationRefused = "cancellation-refused";

    /// <summary>A part of an order is with the carrier. Values: <c>number</c>, <c>part</c>, <c>parts</c>.</summary>
    public const string OrderPartiallyShipped = "order-partially-shipped";

    /// <summary>An order is with the carrier. Values: <c>number</c>, <c>carrier</c>, <c>tracking</c>, <c>eta</c>.</summary>
    public const string OrderShipped = "order-shipped";

    /// <summary>A part of an order is late. Values: <c>number</c>, <c>promised</c>, <c>eta</c>.</summary>
    public const string ShipmentDelayed = "shipment-delayed";

    /// <summary>A parcel of an order can be collected. Values: <c>number</c>.</summary>
    public const string ParcelAvailable = "parcel-available";

    /// <summary>A parcel of an order could not be delivered. Values: <c>number</c>.</summary>
    public const string DeliveryFailed = "delivery-failed";

    /// <summary>A parcel of an order goes back to the sender. Values: <c>number</c>.</summary>
    public const string ParcelReturned = "parcel-returned";

    /// <summary>A part of an order has arrived, and others have not. Values: <c>number</c>, <c>part</c>, <c>parts</c>.</summary>
    public const string PartDelivered = "part-delivered";

    /// <summary>An order has arrived. Values: <c>number</c>, <c>date</c>.</summary>
    public const string OrderDelivered = "order-delivered";

    /// <summary>There is a label for a return. Values: <c>number</c>, <c>carrier</c>, <c>tracking</c>, <c>until</c>.</summary>
    public const string ReturnLabel = "return-label";

    /// <summary>Money has gone back. Values: <c>number</c>, <c>amount</c>.</summary>
    public const string RefundCompleted = "refund-completed";

    /// <summary>To the staff: a product's stock reaches the reorder point. Values: <c>sku</c>, <c>warehouse</c>, <c>available</c>, <c>suggested</c>.</summary>
    public const string LowStock = "low-stock";

    /// <summary>To the staff: a product cannot be sold any more. Values as of <see cref="LowStock"/>.</summary>
    public const string StockOut = "stock-out";

    /// <summary>To the staff: there is too much of a product. Values: <c>sku</c>, <c>warehouse</c>, <c>available</c>.</summary>
    public const string Overstock = "overstock";

    /// <summary>To the staff: units expire soon. Values: <c>sku</c>, <c>warehouse</c>, <c>quantity</c>, <c>date</c>.</summary>
    public const string ExpiringSoon = "expiring-soon";

    /// <summary>To the staff: there is an alert. Values: <c>rule</c>, <c>subject</c>, <c>severity</c>.</summary>
    public const string AlertRaised = "alert-raised";

    /// <summary>To the staff: a merchant's payout has arrived. Values: <c>merchant</c>, <c>amount</c>, <c>period</c>.</summary>
    public const string PayoutPaid = "payout-paid";

    /// <summary>To the staff: a merchant's payout has failed. Values: <c>merchant</c>, <c>amount</c>, <c>period</c>, <c>reason</c>.</summary>
    public const string PayoutFailed = "payout-failed";

    /// <summary>To the staff: a refund needs a person. Values: <c>order</c>, <c>amount</c>, <c>reason</c>.</summary>
    public const string RefundFailed = "refund-failed";

    /// <summary>To the staff: an order waits for a person. Values: <c>number</c>, <c>reason</c>.</summary>
    public const string OrderWaits = "order-waits";

    /// <summary>To the staff: a cancellation waits for a person. Values: <c>order</c>, <c>reason</c>, <c>due</c>.</summary>
    public const string CancellationWaits = "cancellation-waits";

    /// <summary>To the staff: nobody has decided about a cancellation in time. Value: <c>order</c>.</summary>
    public const string CancellationOverdue = "cancellation-overdue";

    /// <summary>To the staff: a refund waits for a second person. Values: <c>order</c>, <c>amount</c>, <c>reason</c>.</summary>
    public const string RefundWaits = "refund-waits";

    /// <summary>To the staff: a price list is active. Values: <c>account</c>, <c>carrier</c>, <c>rows</c>.</summary>
    public const string TariffImported = "tariff-imported";

    /// <summary>To the staff: a price list cannot become active. Values: <c>account</c>, <c>carrier</c>, <c>errors</c>.</summary>
    public const string TariffRejected = "tariff-rejected";

    /// <summary>To the staff: a person must agree to a product. Values: <c>sku</c>, <c>kind</c>.</summary>
    public const string ProductApproval = "product-approval";

    /// <summary>Gets what each template is for.</summary>
    public static IReadOnlyDictionary<string, NotificationDefinition> Definitions { get; } = new Dictionary<string, NotificationDefinition>
    {
        [OrderConfirmed] = Transaction("orders", [NotificationChannels.Email], "number", "lines"),
        [PaymentFailed] = Transaction("payments", [NotificationChannels.Email], "number", "advice"),
        [PaymentReceived] = Service("payments", [NotificationChannels.InApp, NotificationChannels.Push], "number", "amount"),
        [PaymentExpired] = Transaction("payments", [NotificationChannels.Email], "number", "amount"),
        [BackorderCreated] = Transaction("orders", [NotificationChannels.Email], "number", "quantity", "product", "eta"),
        [BackorderReady] = Transaction("orders", [NotificationChannels.Email], "number"),
        [OrderOnHold] = Transaction("orders", [NotificationChannels.Email], "number"),
        [OrderHoldReleased] = Transaction("orders", [NotificationChannels.Email], "number"),
        [CancellationRequested] = Transaction("orders", [NotificationChannels.Email], "number"),
        [OrderModified] = Transaction("orders", [NotificationChannels.Email], "number", "lines", "total"),
        [OrderCancelled] = Transaction("orders", [NotificationChannels.Email], "number"),
        [CancellationRefused] = Transaction("orders", [NotificationChannels.Email], "number"),
        [OrderPartiallyShipped] = Transaction("shipping", [NotificationChannels.Email, NotificationChannels.Sms], "number", "part", "parts"),
        [OrderShipped] = Transaction("shipping", [NotificationChannels.Email, NotificationChannels.Sms], "number", "carrier", "tracking", "eta"),
        [ShipmentDelayed] = Service("shipping", [NotificationChannels.Email, NotificationChannels.Push], "number", "promised", "eta"),
        [ParcelAvailable] = Transaction("shipping", [NotificationChannels.Email, NotificationChannels.Sms], "number"),
        [DeliveryFailed] = Transaction("shipping", [NotificationChannels.Email, NotificationChannels.Sms], "number"),
        [ParcelReturned] = Transaction("shipping", [NotificationChannels.Email], "number"),
        [PartDelivered] = Service("shipping", [NotificationChannels.Push, NotificationChannels.InApp], "number", "part", "parts"),
        [OrderDelivered] = Transaction("shipping", [NotificationChannels.Push, NotificationChannels.Email], "number", "date"),
        [ReturnLabel] = Transaction("returns", [NotificationChannels.Email], "number", "carrier", "tracking", "until"),
        [RefundCompleted] = Transaction("payments", [NotificationChannels.Email], "number", "amount"),
        [LowStock] = Staff("stock", "sku", "warehouse", "available", "suggested"),
        [StockOut] = Staff("stock", "sku", "warehouse", "available", "suggested"),
        [Overstock] = Staff("stock", "sku", "warehouse", "available"),
        [ExpiringSoon] = Staff("stock", "sku", "warehouse", "quantity", "date"),
        [AlertRaised] = Staff("alerts", "rule", "subject", "severity"),
        [PayoutPaid] = Staff("payouts", "merchant", "amount", "period"),
        [PayoutFailed] = Staff("payouts", "merchant", "amount", "period", "reason"),
        [RefundFailed] = Staff("payments", "order", "amount", "reason"),
        [OrderWaits] = Staff("orders", "number", "reason"),
        [CancellationWaits] = Staff("orders", "order", "reason", "due"),
        [CancellationOverdue] = Staff("orders", "order"),
        [RefundWaits] = Staff("payments", "order", "amount", "reason"),
        [TariffImported] = Staff("tariffs", "account", "carrier", "rows"),
        [TariffRejected] = Staff("tariffs", "account", "carrier", "errors"),
        [ProductApproval] = Staff("catalogue", "sku", "kind"),
    };

    /// <summary>Gets the names of the values of each template.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; } = Definitions.ToDictionary(static entry => entry.Key, static entry => entry.Value.Values);

    /// <summary>Gets the texts.</summary>
    public static IReadOnlyList<NotificationTemplate> Default { get; } = [.. BuyerTexts.All, .. StaffTexts.All];

    private static NotificationDefinition Transaction(string category, string[] channels, params string[] values) =>
        new(NotificationKind.Transactional, category, channels, values);

    private static NotificationDefinition Service(string category, string[] channels, params string[] values) =>
        new(NotificationKind.Service, category, channels, values);

    private static NotificationDefinition Staff(string category, params string[] values) =>
        Service(category, [NotificationChannels.Email, NotificationChannels.InApp], values);
}
