namespace Commerce.Marketplaces.Sync;

/// <summary>Sends what is planned: once, as far as it can be known.</summary>
internal static class OrderActions
{
    /// <summary>Tells why a marketplace cannot be told this.</summary>
    internal static Refusal? Objection(OrderAction action, IMarketplaceClient client) => action.Kind switch
    {
        OrderActionKind.Decide when action.Decision is null => Missing(nameof(OrderAction.Decision)),
        OrderActionKind.Cancel when action.Cancellation is null => Missing(nameof(OrderAction.Cancellation)),
        OrderActionKind.Ship when action.Shipment is null => Missing(nameof(OrderAction.Shipment)),
        OrderActionKind.Decide when client is not IOrderAcceptance => Lacking(client, MarketplaceFeature.OrderAcceptance),
        OrderActionKind.Cancel when client is not IOrderCancellation => Lacking(client, MarketplaceFeature.OrderCancellation),
        _ => null,
    };

    internal static async Task<(bool IsTold, SyncFailure? Failure)> SendAsync(
        OrderAction action, IMarketplaceClient client, IOrderSyncStore store, OrderSyncOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var mayBeThere = action.State == OrderActionState.Sent;
        var current = action;
        try
        {
            if (mayBeThere && await IsThereAsync(action, client, cancellationToken).ConfigureAwait(false))
            {
                await KeepAsync(action with { State = OrderActionState.Done, Refusal = null }).ConfigureAwait(false);
                return (true, null);
            }

            if (!mayBeThere && await KeepAsync(action with { State = OrderActionState.Sent, Attempts = action.Attempts + 1 }).ConfigureAwait(false) is null)
            {
                // Another process has it.
                return (false, null);
            }

            var refusal = await CallAsync(current, client, cancellationToken).ConfigureAwait(false);
            await KeepAsync(current with { State = refusal is null ? OrderActionState.Done : OrderActionState.Refused, Refusal = refusal?.Message }).ConfigureAwait(false);
            return refusal is null
                ? (true, null)
                : (false, new SyncFailure(action.OrderId, $"{client.Account} refused to {action.Name}: {refusal.Message}"));
        }
        catch (CommerceException exception)
        {
            // What never left is planned as before; anything else may be there.
            var attempts = mayBeThere ? current.Attempts + 1 : current.Attempts;
            await KeepAsync(current with
            {
                State = exception.WasNeverSent && !mayBeThere ? OrderActionState.Planned : current.State,
                Attempts = attempts,
                NotBefore = clock.GetUtcNow() + Wait(attempts, exception.RetryAfter, options),
                Refusal = exception.Message,
            }).ConfigureAwait(false);
            return (false, new SyncFailure(action.OrderId, $"{client.Account} could not be told to {action.Name}: {exception.Message}", exception.Kind));
        }

        async Task<OrderAction?> KeepAsync(OrderAction changed)
        {
            changed = changed with { Version = current.Version + 1 };
            if (!await store.TrySaveActionAsync(changed, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            current = changed;
            return changed;
        }
    }

    private static TimeSpan Wait(int attempts, TimeSpan? asked, OrderSyncOptions options)
    {
        var own = Backoff.After(attempts, options.Retry, options.LongestRetry);
        return asked > own ? asked.Value : own;
    }

    private static async Task<bool> IsThereAsync(OrderAction action, IMarketplaceClient client, CancellationToken cancellationToken)
    {
        if (await client.FindOrderAsync(action.OrderId, cancellationToken).ConfigureAwait(false) is not { } order)
        {
            return false;
        }

        return action.Kind switch
        {
            OrderActionKind.Decide => order.State != MarketplaceOrderState.AwaitingAcceptance && order.State != MarketplaceOrderState.PendingPayment,
            OrderActionKind.Cancel => order.State == MarketplaceOrderState.Cancelled
                || (action.Cancellation!.Lines.Count > 0 && action.Cancellation.Lines.All(part => order.Lines.Any(line => line.Id == part.LineId && line.CancelledQuantity >= (part.Quantity ?? line.Quantity)))),

            // A marketplace may know the parcel and not yet that it was handed over.
            _ => order.State != MarketplaceOrderState.ReadyToShip && action.Shipment!.Parcels.All(parcel => order.Parcels.Any(known => IsSame(known, parcel))),
        };
    }

    private static bool IsSame(MarketplaceParcel known, MarketplaceParcel parcel) => parcel.TrackingNumber is { } number
        ? string.Equals(known.TrackingNumber, number, StringComparison.OrdinalIgnoreCase)
        : string.Equals(known.Key, parcel.Key, StringComparison.Ordinal);

    private static async Task<Refusal?> CallAsync(OrderAction action, IMarketplaceClient client, CancellationToken cancellationToken)
    {
        switch (action.Kind)
        {
            case OrderActionKind.Decide:
                var decided = await ((IOrderAcceptance)client).DecideOrderAsync(action.Decision!, cancellationToken).ConfigureAwait(false);
                return decided.TryGet(out var lines, out var refusal) ? First(lines.Lines) : refusal;
            case OrderActionKind.Cancel:
                var cancelled = await ((IOrderCancellation)client).CancelOrderAsync(action.Cancellation!, cancellationToken).ConfigureAwait(false);
                return cancelled.TryGet(out var cancellation, out refusal) ? cancellation.Failure ?? First(cancellation.Lines) : refusal;
            default:
                var shipped = await client.ShipOrderAsync(action.Shipment!, cancellationToken).ConfigureAwait(false);
                return shipped.TryGet(out var parcels, out refusal) ? First(parcels.Parcels) : refusal;
        }
    }

    private static Refusal? First<TKey>(IEnumerable<ItemOutcome<TKey>> items) =>
        items.FirstOrDefault(static item => !item.IsSuccess)?.Refusal;

    private static Refusal Missing(string field) =>
        new(RefusalCode.Validation, $"{field} is missing: make actions with OrderAction.Decide, Cancel or Ship.") { Field = field };

    private static Refusal Lacking(IMarketplaceClient client, MarketplaceFeature feature) =>
        new(RefusalCode.NotSupported, $"{client.Account} has no {feature}: {client.Capabilities.Supports(feature).Reason}");
}
