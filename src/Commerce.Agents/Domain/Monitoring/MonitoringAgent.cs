using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Hears what goes wrong, and what makes it good again; keys name what is watched: <c>order/…</c>, <c>sync/…</c>.</summary>
public sealed class MonitoringAgent :
    IHandle<OrderStuckDetected, MonitoredSubject>, IHandle<NoCarrierAvailable, MonitoredSubject>, IHandle<LostReviewOpened, MonitoredSubject>,
    IHandle<OrderConfirmed, MonitoredSubject>, IHandle<OrderOnHold, MonitoredSubject>, IHandle<OrderPaymentFailed, MonitoredSubject>,
    IHandle<OrderPartiallyShipped, MonitoredSubject>, IHandle<OrderShipped, MonitoredSubject>, IHandle<OrderCancelled, MonitoredSubject>,
    IHandle<ShipmentCreated, MonitoredSubject>, IHandle<ShipmentStatusChanged, MonitoredSubject>,
    IHandle<MarketplaceOrderQuarantined, MonitoredSubject>, IHandle<OrderImported, MonitoredSubject>,
    IHandle<MarketplaceSyncFailed, MonitoredSubject>, IHandle<MarketplaceSyncCompleted, MonitoredSubject>, IHandle<MarketplaceStockSynced, MonitoredSubject>,
    IHandle<CapacityAlertRaised, MonitoredSubject>, IHandle<StockMismatchDetected, MonitoredSubject>, IHandle<CarrierVolumeExceeded, MonitoredSubject>,
    IHandle<PurchaseOrderOverdue, MonitoredSubject>, IHandle<PurchaseOrderReceived, MonitoredSubject>, IHandle<PurchaseOrderCancelled, MonitoredSubject>,
    IHandle<UnknownParcelShelved, MonitoredSubject>, IHandle<ReturnItemsReceived, MonitoredSubject>, IHandle<GatewayHealthChanged, MonitoredSubject>
{
    /// <inheritdoc/>
    public Task HandleAsync(OrderStuckDetected message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) => Raise(
        context, AlertRules.OrderStuck, message.OrderId.ToString(), $"The order {message.Number} is {message.Status} since {message.AgeMinutes} minutes.");

    /// <inheritdoc/>
    public Task HandleAsync(NoCarrierAvailable message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Raise(context, AlertRules.NoCarrier, $"{message.OrderId}/{message.Part}", $"No carrier takes the parcels: {message.Reason}");

    /// <inheritdoc/>
    public Task HandleAsync(LostReviewOpened message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Raise(context, AlertRules.ParcelSilent, $"{message.OrderId}/{message.Part}", $"{message.Carrier} may have lost a parcel: {message.Reason}");

    /// <inheritdoc/>
    public Task HandleAsync(OrderConfirmed message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static key => key.Rule == AlertRules.OrderStuck);

    /// <inheritdoc/>
    public Task HandleAsync(OrderOnHold message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static key => key.Rule == AlertRules.OrderStuck);

    /// <inheritdoc/>
    public Task HandleAsync(OrderPaymentFailed message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static key => key.Rule == AlertRules.OrderStuck);

    /// <inheritdoc/>
    public Task HandleAsync(OrderPartiallyShipped message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static key => key.Rule == AlertRules.OrderStuck);

    /// <inheritdoc/>
    public Task HandleAsync(OrderShipped message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static key => key.Rule == AlertRules.OrderStuck);

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static key => key.Rule is AlertRules.OrderStuck or AlertRules.NoCarrier);

    /// <inheritdoc/>
    public Task HandleAsync(ShipmentCreated message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, key => key == new AlertKey(AlertRules.NoCarrier, $"{message.OrderId}/{message.Part}"));

    /// <inheritdoc/>
    public Task HandleAsync(ShipmentStatusChanged message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, key => key == new AlertKey(AlertRules.ParcelSilent, $"{message.OrderId}/{message.Part}"));

    /// <inheritdoc/>
    public Task HandleAsync(MarketplaceOrderQuarantined message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Raise(context, AlertRules.OrderQuarantined, $"{message.Account}/{message.ExternalId}", $"An order cannot be imported: {message.Reason}");

    /// <inheritdoc/>
    public Task HandleAsync(OrderImported message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static key => key.Rule == AlertRules.OrderQuarantined);

    /// <inheritdoc/>
    public Task HandleAsync(MarketplaceSyncFailed message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken)
    {
        // Nothing tells when a cancellation is settled at the marketplace: its alert would never end.
        return message.Kind == SyncKinds.Cancellation
            ? Task.CompletedTask
            : Raise(context, AlertRules.SyncFailed, $"{message.Account}/{message.Kind}", $"The account cannot be kept in step: {message.Error}");
    }

    /// <inheritdoc/>
    public Task HandleAsync(MarketplaceSyncCompleted message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static key => key.Rule == AlertRules.SyncFailed);

    /// <inheritdoc/>
    public Task HandleAsync(MarketplaceStockSynced message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static key => key.Rule == AlertRules.SyncFailed);

    /// <inheritdoc/>
    public Task HandleAsync(CapacityAlertRaised message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Raise(context, AlertRules.Capacity, $"{message.Warehouse}/{message.Kind}", FormattableString.Invariant($"The {message.Kind} is {message.Value * 100:0.##} %."));

    /// <inheritdoc/>
    public Task HandleAsync(StockMismatchDetected message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) => Raise(
        context, AlertRules.StockMismatch, new StockPlace(message.Sku, message.Warehouse).Key, $"The level is {message.OnHand} and its movements make {message.Sum}: have it counted.");

    /// <inheritdoc/>
    public Task HandleAsync(CarrierVolumeExceeded message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) => Raise(
        context, AlertRules.CarrierVolume, message.Carrier.Value, FormattableString.Invariant($"{message.Shipments} labels were bought in {message.Month:yyyy-MM}: more than planned."));

    /// <inheritdoc/>
    public Task HandleAsync(PurchaseOrderOverdue message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) => message.Step == OverdueStep.Alert
        ? Raise(
            context,
            AlertRules.PurchaseOrderOverdue,
            message.PurchaseOrderId.ToString(),
            FormattableString.Invariant($"{message.Number} should have come on {message.ExpectedOn:yyyy-MM-dd}: ask another supplier."))
        : Task.CompletedTask;

    /// <inheritdoc/>
    public Task HandleAsync(PurchaseOrderReceived message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        message.IsComplete ? Clear(context, static _ => true) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task HandleAsync(PurchaseOrderCancelled message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static _ => true);

    /// <inheritdoc/>
    public Task HandleAsync(UnknownParcelShelved message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) => Raise(
        context, AlertRules.UnknownParcel, message.RmaId.ToString(), $"A parcel is on the exceptions shelf of {message.Warehouse}: announce its return and receive it, or send it back.");

    /// <inheritdoc/>
    public Task HandleAsync(ReturnItemsReceived message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) =>
        Clear(context, static _ => true);

    /// <inheritdoc/>
    public Task HandleAsync(GatewayHealthChanged message, AgentContext<MonitoredSubject> context, CancellationToken cancellationToken) => message.IsHealthy
        ? Clear(context, static _ => true)
        : Raise(
            context,
            AlertRules.GatewayUnhealthy,
            message.Gateway,
            FormattableString.Invariant($"The gateway does not answer as it should; the last look took {message.Latency.TotalMilliseconds:0} ms."));

    private static Task Raise(AgentContext<MonitoredSubject> context, string rule, string subject, string reason)
    {
        const int maxReason = 500;
        var key = new AlertKey(rule, subject);
        if (!context.State.Raised.Contains(key))
        {
            context.State = new MonitoredSubject { Raised = [.. context.State.Raised, key] };
        }

        context.Send(new RaiseAlert(rule, subject, reason.Length > maxReason ? reason[..maxReason] : reason));
        return Task.CompletedTask;
    }

    /// <summary>Most of what is heard concerns nothing that was raised: then nothing is written.</summary>
    private static Task Clear(AgentContext<MonitoredSubject> context, Func<AlertKey, bool> isOver)
    {
        var over = context.State.Raised.Where(isOver).ToList();
        if (over.Count > 0)
        {
            context.State = new MonitoredSubject { Raised = [.. context.State.Raised.Except(over)] };
            over.ForEach(key => context.Send(new ClearAlert(key.Rule, key.Subject)));
        }

        return Task.CompletedTask;
    }
}
