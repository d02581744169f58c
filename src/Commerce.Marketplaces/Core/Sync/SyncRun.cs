using Microsoft.Extensions.Logging;

namespace Commerce.Marketplaces.Sync;

/// <summary>One run of one account.</summary>
internal sealed class SyncRun(
    IMarketplaceClient client, IOrderSyncStore store, IOrderSyncHandler handler, OrderSyncOptions options, TimeProvider clock, ILogger logger)
{
    private const int Chunk = 100;
    private const int MaxRestarts = 2;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly List<SyncFailure> _failures = [];
    private int _pages;
    private int _new;
    private int _updated;
    private int _unchanged;
    private int _handled;
    private int _told;
    private bool _isHeldBack;
    private bool _isComplete;

    internal async Task<SyncReport> RunAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetUtcNow();
        await TryAsync(
            async () =>
            {
                await HandleAsync(cancellationToken).ConfigureAwait(false);
                await ReadAsync(start, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);

        // Told after the reading, since telling changes orders and with them the list; and told though the reading failed.
        await TryAsync(() => TellAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        return new SyncReport
        {
            Account = client.Account,
            Marketplace = client.Marketplace,
            StartedAt = start,
            Duration = clock.GetUtcNow() - start,
            Pages = _pages,
            New = _new,
            Updated = _updated,
            Unchanged = _unchanged,
            Handled = _handled,
            Told = _told,
            IsHeldBack = _isHeldBack,
            IsComplete = _isComplete,
            Failures = _failures,
        };
    }

    private async Task TryAsync(Func<Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (CommerceException exception)
        {
            _failures.Add(new SyncFailure(null, exception.Message, exception.Kind));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            MarketplaceLog.UnexpectedFailure(logger, client.Account, exception.GetType().Name, exception.StackTrace);
            _failures.Add(new SyncFailure(null, $"The run ended with an unexpected {exception.GetType().Name}: look into the log."));
        }
    }

    private async Task ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var cursor = await store.FindCursorAsync(client.Account, cancellationToken).ConfigureAwait(false)
            ?? new SyncCursor { Account = client.Account, Version = 0 };
        var resumed = cursor.Reading?.Next is not null;
        var reading = cursor.Reading ?? new OpenReading { Since = Since(cursor, now), StartedAt = now, PassStartedAt = now };
        while (true)
        {
            if (await store.CountWaitingAsync(client.Account, cancellationToken).ConfigureAwait(false) >= options.MaxWaiting)
            {
                _isHeldBack = true;
                return;
            }

            Page<MarketplaceOrder> page;
            try
            {
                page = await PageAsync(reading, cancellationToken).ConfigureAwait(false);
            }
            catch (CommerceException exception) when (resumed && exception.Kind is CommerceErrorKind.Invalid or CommerceErrorKind.NotFound or CommerceErrorKind.Conflict)
            {
                // Page marks grow old: what was read is known, so reading from the start costs time and loses nothing.
                (resumed, reading) = (false, reading with { Next = null, Total = null, PassStartedAt = clock.GetUtcNow() });
                continue;
            }

            _pages++;
            resumed = false;
            cursor = Next(cursor, reading, page);
            var import = await store.SaveAsync(new OrderPage(Distinct(page.Items), cursor), cancellationToken).ConfigureAwait(false);
            (_new, _updated, _unchanged) = (_new + import.New, _updated + import.Updated, _unchanged + import.Unchanged);
            await HandleAsync(cancellationToken).ConfigureAwait(false);
            if (cursor.Reading is null)
            {
                _isComplete = true;
                return;
            }

            reading = cursor.Reading;
        }
    }

    private DateTimeOffset Since(SyncCursor cursor, DateTimeOffset now)
    {
        var since = cursor.ReadUntil is { } until ? until - options.Overlap : now - options.FirstWindow;
        return client.Capabilities.ListsByChange || since < now - options.PlacedWindow ? since : now - options.PlacedWindow;
    }

    private async Task<Page<MarketplaceOrder>> PageAsync(OpenReading reading, CancellationToken cancellationToken)
    {
        var query = client.Capabilities.ListsByChange
            ? new OrderQuery { ChangedSince = reading.Since, IncludeRaw = options.IncludeRaw }
            : new OrderQuery { CreatedSince = reading.Since, IncludeRaw = options.IncludeRaw };
        await foreach (var page in client.ListOrders(query).PagesAsync(reading.Next, cancellationToken).ConfigureAwait(false))
        {
            return page;
        }

        throw new InvalidOperationException("A list of orders has no page.");
    }

    // While a list is read, an order that leaves it or moves to its end pulls others over the edge between two pages, where they would be lost: it is read again.
    private SyncCursor Next(SyncCursor cursor, OpenReading reading, Page<MarketplaceOrder> page)
    {
        var hasMoved = reading.HasMoved
            || (reading.Next is not null && page.Items.Any(order => order.UpdatedAt >= reading.PassStartedAt - ClockSkew));
        var isDoubtful = page.TotalCount < reading.Total || (page.Next is null && hasMoved);
        var following = isDoubtful && reading.Restarts < MaxRestarts
            ? reading with { Next = null, Total = null, HasMoved = false, Restarts = reading.Restarts + 1, PassStartedAt = clock.GetUtcNow() }
            : page.Next is null ? null : reading with { Next = page.Next, Total = page.TotalCount, HasMoved = hasMoved };
        return cursor with
        {
            Version = cursor.Version + 1,
            ReadUntil = following is null ? reading.StartedAt : cursor.ReadUntil,
            Reading = following,
        };
    }

    // Where a page tells an order twice, the later one is newer.
    private static IReadOnlyList<MarketplaceOrder> Distinct(IReadOnlyList<MarketplaceOrder> orders)
    {
        var last = new Dictionary<MarketplaceOrderId, MarketplaceOrder>(orders.Count);
        foreach (var order in orders)
        {
            last[order.Id] = order;
        }

        return last.Count == orders.Count ? orders : [.. last.Values];
    }

    private async Task HandleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var waiting = await store.ListWaitingAsync(client.Account, clock.GetUtcNow(), Chunk, cancellationToken).ConfigureAwait(false);
            foreach (var order in waiting)
            {
                await HandleAsync(order, cancellationToken).ConfigureAwait(false);
            }

            if (waiting.Count < Chunk)
            {
                return;
            }
        }
    }

    private async Task HandleAsync(SyncedOrder order, CancellationToken cancellationToken)
    {
        OrderAction? action;
        try
        {
            var verdict = await handler.HandleAsync(order, cancellationToken).ConfigureAwait(false);
            action = verdict.Plan(order, client);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Not the exception's own words, unless they are ours: a stranger's may hold personal data.
            var words = exception is CommerceException ? exception.Message : $"an unexpected {exception.GetType().Name}";
            MarketplaceLog.HandlerFailed(logger, client.Account, order.Order.Id.Value, exception.GetType().Name, exception.StackTrace);
            _failures.Add(new SyncFailure(order.Order.Id, $"The handler failed with {words}; the order is handed over again later."));
            await store.PutOffAsync(order, clock.GetUtcNow() + options.Retry, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (action is not null && OrderActions.Objection(action, client) is { } objection)
        {
            _failures.Add(new SyncFailure(order.Order.Id, objection.Message));
            action = null;
        }

        await store.CompleteAsync(order, action, cancellationToken).ConfigureAwait(false);
        _handled++;
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var actions = await store.ListActionsAsync(client.Account, clock.GetUtcNow(), Chunk, cancellationToken).ConfigureAwait(false);
            foreach (var action in actions)
            {
                var (isTold, failure) = await OrderActions.SendAsync(action, client, store, options, clock, cancellationToken).ConfigureAwait(false);
                _told += isTold ? 1 : 0;
                if (failure is not null)
                {
                    _failures.Add(failure);
                }
            }

            if (actions.Count < Chunk)
            {
                return;
            }
        }
    }
}
