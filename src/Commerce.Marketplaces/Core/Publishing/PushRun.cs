using Microsoft.Extensions.Logging;

namespace Commerce.Marketplaces.Publishing;

/// <summary>One run of one account.</summary>
internal sealed class PushRun(IMarketplaceClient client, IOfferStore store, OfferPublisherOptions options, TimeProvider clock, ILogger logger)
{
    private const int BatchSize = 10_000;

    private readonly List<ItemOutcome<OfferKey>> _refused = [];
    private readonly List<PushHold> _holds = [];
    private int _pushed;
    private bool _isRunning;

    internal static IReadOnlyList<OfferBatchKind> Kinds { get; } = [OfferBatchKind.Stock, OfferBatchKind.Price];

    internal async Task<PushReport> RunAsync(CancellationToken cancellationToken)
    {
        AccountFailure? failure = null;
        foreach (var kind in Kinds)
        {
            try
            {
                await RunAsync(kind, cancellationToken).ConfigureAwait(false);
            }
            catch (CommerceException exception)
            {
                failure = new AccountFailure(client.Account, exception.Message, exception.Kind);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                MarketplaceLog.UnexpectedFailure(logger, client.Account, exception.GetType().Name, exception.StackTrace);
                failure = new AccountFailure(client.Account, $"It failed unexpectedly with {exception.GetType().Name}: look into the log.");
            }
        }

        return new PushReport { Account = client.Account, Pushed = _pushed, Refused = _refused, IsRunning = _isRunning, Holds = _holds, Failure = failure };
    }

    private async Task RunAsync(OfferBatchKind kind, CancellationToken cancellationToken)
    {
        if (await store.FindPushAsync(client.Account, kind, cancellationToken).ConfigureAwait(false) is { } open)
        {
            // One batch after the other: a later value must not be overtaken by an earlier one.
            if (!await SettleAsync(kind, open with { Batch = await AskAsync(open.Batch, cancellationToken).ConfigureAwait(false) }, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        var pending = await AllowedAsync(kind, cancellationToken).ConfigureAwait(false);
        if (pending.Count == 0)
        {
            return;
        }

        var sent = kind == OfferBatchKind.Stock
            ? await client.UpdateStockAsync([.. pending.Select(Stock)], cancellationToken).ConfigureAwait(false)
            : await client.UpdatePricesAsync([.. pending.Select(Price)], cancellationToken).ConfigureAwait(false);
        await SettleAsync(kind, new OpenPush(sent, pending), cancellationToken).ConfigureAwait(false);
    }

    private async Task<OfferBatch> AskAsync(OfferBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetBatchAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (CommerceException exception) when (exception.Kind == CommerceErrorKind.Throttled)
        {
            // Asked too soon: it still runs as far as is known.
            return batch;
        }
    }

    private static StockChange Stock(OfferState state) =>
        new() { Sku = state.Key.Sku, Channel = state.Key.Channel, Warehouse = state.Key.Warehouse, Quantity = state.Quantity!.Value };

    private static PriceChange Price(OfferState state) => new() { Sku = state.Key.Sku, Channel = state.Key.Channel, Price = state.Price!.Value };

    private async Task<IReadOnlyList<OfferState>> AllowedAsync(OfferBatchKind kind, CancellationToken cancellationToken)
    {
        if (await store.FindHoldAsync(client.Account, kind, cancellationToken).ConfigureAwait(false) is { } hold)
        {
            _holds.Add(hold);
            return [];
        }

        var pending = await store.ListPendingAsync(client.Account, kind, clock.GetUtcNow(), BatchSize, cancellationToken).ConfigureAwait(false);
        if (PriceGuard.Objection(kind, pending, options) is { } reason)
        {
            hold = new PushHold(client.Account, kind, reason, clock.GetUtcNow());
            await store.SaveHoldAsync(client.Account, kind, hold, cancellationToken).ConfigureAwait(false);
            MarketplaceLog.Held(logger, client.Account, kind.ToString(), reason);
            _holds.Add(hold);
            return [];
        }

        var held = pending.Select(state => (State: state, Reason: PriceGuard.Objection(state, options))).Where(static item => item.Reason is not null)
            .ToDictionary(static item => item.State.Key);
        if (held.Count == 0)
        {
            return pending;
        }

        await store.UpdateAsync(
            client.Account,
            kind,
            held.Keys,
            state => state.Revision == held[state.Key].State.Revision ? state with { IsHeld = true, Refusal = held[state.Key].Reason } : state,
            cancellationToken).ConfigureAwait(false);
        _refused.AddRange(held.Values.Select(static item => new ItemOutcome<OfferKey>(item.State.Key, new Refusal(RefusalCode.PolicyViolation, item.Reason!))));
        return [.. pending.Where(state => !held.ContainsKey(state.Key))];
    }

    /// <summary>Takes the outcomes over; tells whether the batch has ended.</summary>
    private async Task<bool> SettleAsync(OfferBatchKind kind, OpenPush push, CancellationToken cancellationToken)
    {
        if (push.Batch.State == OfferBatchState.Running)
        {
            _isRunning = true;
            await store.SavePushAsync(client.Account, kind, push, cancellationToken).ConfigureAwait(false);
            return false;
        }

        var outcomes = push.Batch.Items.DistinctBy(static item => item.Key).ToDictionary(static item => item.Key);
        var sent = push.Sent.ToDictionary(static state => state.Key);
        var refusals = sent.Keys.ToDictionary(static key => key, key => outcomes.TryGetValue(key, out var outcome)
            ? outcome.Refusal
            : new Refusal(RefusalCode.ExternalUnavailable, $"The marketplace told no outcome for {key}: it is pushed again."));
        await store.UpdateAsync(client.Account, kind, sent.Keys, state => Settled(state, sent[state.Key], refusals[state.Key]), cancellationToken).ConfigureAwait(false);
        await store.SavePushAsync(client.Account, kind, null, cancellationToken).ConfigureAwait(false);
        var refused = refusals.Where(static item => item.Value is not null).Select(static item => new ItemOutcome<OfferKey>(item.Key, item.Value)).ToList();
        _refused.AddRange(refused);
        _pushed += sent.Count - refused.Count;
        return true;
    }

    // A value that was set meanwhile is pending after its predecessor has arrived or was refused.
    private OfferState Settled(OfferState state, OfferState sent, Refusal? refusal)
    {
        if (refusal is null)
        {
            return state with
            {
                PushedRevision = sent.Revision,
                PushedQuantity = sent.Quantity,
                PushedPrice = sent.Price,
                Attempts = 0,
                NotBefore = default,
                Refusal = null,
            };
        }

        return state.Revision != sent.Revision
            ? state
            : state with { Attempts = state.Attempts + 1, NotBefore = clock.GetUtcNow() + options.Wait(state.Attempts + 1), Refusal = refusal.Message };
    }
}
