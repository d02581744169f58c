using System.Globalization;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Monitoring;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Tells the staff what it must look at, when an address is set; keys are what it is about.</summary>
/// <param name="options">Where the staff reads.</param>
public sealed class StaffNotificationAgent(IOptions<NotificationsOptions> options) :
    IHandle<LowStockDetected, StaffNotifications>, IHandle<StockOutDetected, StaffNotifications>, IHandle<OverstockDetected, StaffNotifications>,
    IHandle<ExpiringSoonDetected, StaffNotifications>, IHandle<AlertRaised, StaffNotifications>, IHandle<PayoutPaid, StaffNotifications>,
    IHandle<PayoutFailed, StaffNotifications>, IHandle<RefundFailed, StaffNotifications>, IHandle<TariffImported, StaffNotifications>,
    IHandle<TariffRejected, StaffNotifications>, IHandle<ProductApprovalRequested, StaffNotifications>, IHandle<OrderOnHold, StaffNotifications>,
    IHandle<CancellationReviewNeeded, StaffNotifications>, IHandle<CancellationOverdue, StaffNotifications>, IHandle<RefundApprovalNeeded, StaffNotifications>
{
    private const int MaxErrors = 10;

    /// <inheritdoc/>
    public Task HandleAsync(LowStockDetected message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) =>
        TellStock(context, NotificationTemplates.LowStock, message.Sku, message.Warehouse, ("available", Text(message.Available)), ("suggested", Text(message.SuggestedQuantity)));

    /// <inheritdoc/>
    public Task HandleAsync(StockOutDetected message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) =>
        TellStock(context, NotificationTemplates.StockOut, message.Sku, message.Warehouse, ("available", Text(message.Available)), ("suggested", Text(message.SuggestedQuantity)));

    /// <inheritdoc/>
    public Task HandleAsync(OverstockDetected message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) =>
        TellStock(context, NotificationTemplates.Overstock, message.Sku, message.Warehouse, ("available", Text(message.Available)));

    /// <inheritdoc/>
    public Task HandleAsync(ExpiringSoonDetected message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) =>
        TellStock(context, NotificationTemplates.ExpiringSoon, message.Sku, message.Warehouse, ("quantity", Text(message.Quantity)), ("date", Text(message.FirstExpiresOn)));

    /// <inheritdoc/>
    public Task HandleAsync(AlertRaised message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) => Tell(
        context,
        NotificationTemplates.AlertRaised,
        message.AlertId,
        ("rule", message.Rule),
        ("subject", message.Subject),
        ("severity", message.Severity.ToString()));

    /// <inheritdoc/>
    public Task HandleAsync(PayoutPaid message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) => Tell(
        context,
        NotificationTemplates.PayoutPaid,
        context.Message.Id,
        ("merchant", message.Merchant.ToString()),
        ("amount", message.Amount.ToString()),
        ("period", Text(message.Period)));

    /// <inheritdoc/>
    public Task HandleAsync(PayoutFailed message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) => Tell(
        context,
        NotificationTemplates.PayoutFailed,
        context.Message.Id,
        ("merchant", message.Merchant.ToString()),
        ("amount", message.Amount.ToString()),
        ("period", Text(message.Period)),
        ("reason", message.Reason));

    /// <inheritdoc/>
    public Task HandleAsync(RefundFailed message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) =>
        TellRefund(context, NotificationTemplates.RefundFailed, message.RefundId, message.OrderId, message.Amount, message.Reason);

    /// <inheritdoc/>
    public Task HandleAsync(OrderOnHold message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken)
    {
        // Goods that are missing come by themselves, an alert tells of carriers, and the staff knows its own holds.
        return message.Reason is OrderAgent.FraudHold or OrderAgent.DuplicateHold or PaymentAgent.ExpiredHold
            ? Tell(context, NotificationTemplates.OrderWaits, $"{message.OrderId}/{message.Reason}", ("number", message.Number), ("reason", message.Reason))
            : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(CancellationReviewNeeded message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) => Tell(
        context,
        NotificationTemplates.CancellationWaits,
        message.RequestId,
        ("order", message.OrderId.ToString()),
        ("reason", message.Reason),
        ("due", message.DueAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public Task HandleAsync(CancellationOverdue message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) =>
        Tell(context, NotificationTemplates.CancellationOverdue, message.RequestId, ("order", message.OrderId.ToString()));

    /// <inheritdoc/>
    public Task HandleAsync(RefundApprovalNeeded message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) =>
        TellRefund(context, NotificationTemplates.RefundWaits, message.RefundId, message.OrderId, message.Amount, message.Reason);

    /// <inheritdoc/>
    public Task HandleAsync(TariffImported message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) => Tell(
        context, NotificationTemplates.TariffImported, message.UploadId, ("account", message.Account), ("carrier", message.Carrier.Value), ("rows", Text(message.Rows)));

    /// <inheritdoc/>
    public Task HandleAsync(TariffRejected message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) => Tell(
        context,
        NotificationTemplates.TariffRejected,
        message.UploadId,
        ("account", message.Account),
        ("carrier", message.Carrier.Value),
        ("errors", string.Join('\n', message.Errors.Take(MaxErrors))));

    /// <inheritdoc/>
    public Task HandleAsync(ProductApprovalRequested message, AgentContext<StaffNotifications> context, CancellationToken cancellationToken) =>
        Tell(context, NotificationTemplates.ProductApproval, message.ApprovalId, ("sku", message.Sku.Value), ("kind", message.Kind.ToString()));

    private static string Text(IFormattable value) => value is DateOnly day
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString(null, CultureInfo.InvariantCulture);

    private Task TellStock(AgentContext<StaffNotifications> context, string template, Sku sku, string warehouse, params (string Name, string Value)[] values) =>
        Tell(context, template, $"{warehouse}/{sku.Value}", [("sku", sku.Value), ("warehouse", warehouse), .. values]);

    private Task TellRefund(AgentContext<StaffNotifications> context, string template, Guid refundId, OrderId order, Money amount, string reason) =>
        Tell(context, template, refundId, ("order", order.ToString()), ("amount", amount.ToString()), ("reason", reason));

    private Task Tell(AgentContext<StaffNotifications> context, string template, object subject, params (string Name, string Value)[] values)
    {
        if (options.Value.StaffEmail is not null)
        {
            context.Send(new SendNotification(
                NotificationsOptions.StaffRecipient, template, values.ToDictionary(static value => value.Name, static value => value.Value), $"{subject}"));
        }

        return Task.CompletedTask;
    }
}
