namespace Commerce.Marketplaces.Sync;

/// <summary>Keeps the order sync's memory in the process, for development, tests and demos: a restart reads the first window again.</summary>
public sealed class InMemoryOrderSyncStore : IOrderSyncStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SyncCursor> _cursors = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, MarketplaceOrderId Id), Known> _orders = [];
    private readonly Dictionary<(string Account, MarketplaceOrderId Id, string Name), OrderAction> _actions = [];
    private readonly Dictionary<string, LinkedList<Waiting>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedList<(string Account, MarketplaceOrderId Id, string Name)>> _open = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<SyncCursor?> FindCursorAsync(string account, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_cursors.GetValueOrDefault(account));
        }
    }

    /// <inheritdoc/>
    public ValueTask<PageImport> SaveAsync(OrderPage page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var account = page.Cursor.Account;
        lock (_gate)
        {
            var version = _cursors.GetValueOrDefault(account)?.Version ?? 0;
            if (page.Cursor.Version != version + 1)
            {
                throw new CommerceException(
                    CommerceErrorKind.Conflict, $"The cursor of {account} is at version {version}, and version {page.Cursor.Version} does not follow it: another process reads this account, let one of them do it.");
            }

            _cursors[account] = page.Cursor;
            int added = 0, updated = 0;
            foreach (var order in page.Orders)
            {
                var fingerprint = OrderFingerprint.Of(order);
                var known = _orders.GetValueOrDefault((account, order.Id));
                if (known.Version > 0 && known.Fingerprint == fingerprint)
                {
                    continue;
                }

                _orders[(account, order.Id)] = new Known(fingerprint, known.Version + 1);
                Enqueue(new SyncedOrder(account, order, fingerprint, known.Version + 1));
                _ = known.Version == 0 ? added++ : updated++;
            }

            return ValueTask.FromResult(new PageImport(added, updated, page.Orders.Count - added - updated));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SyncedOrder>> ListWaitingAsync(string account, DateTimeOffset dueBy, int count, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<SyncedOrder>>(
                [.. Queue(account).Where(waiting => waiting.NotBefore <= dueBy).Take(count).Select(static waiting => waiting.Order)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> CountWaitingAsync(string account, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(Queue(account).Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(SyncedOrder order, OrderAction? action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        lock (_gate)
        {
            if (FindWaiting(order) is { } node)
            {
                node.List!.Remove(node);
            }

            if (action is not null && !_actions.ContainsKey(KeyOf(action)))
            {
                Keep(action);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask PutOffAsync(SyncedOrder order, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        lock (_gate)
        {
            if (FindWaiting(order) is { } node)
            {
                node.List!.AddLast(node.Value with { NotBefore = until });
                node.List.Remove(node);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OrderAction>> ListActionsAsync(string account, DateTimeOffset dueBy, int count, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<OrderAction>>(
                [.. Open(account).Select(key => _actions[key]).Where(action => action.NotBefore <= dueBy).Take(count)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<OrderAction?> FindActionAsync(string account, MarketplaceOrderId orderId, string name, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_actions.GetValueOrDefault((account, orderId, name)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TrySaveActionAsync(OrderAction action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_gate)
        {
            if (action.Version != (_actions.GetValueOrDefault(KeyOf(action))?.Version ?? 0) + 1)
            {
                return ValueTask.FromResult(false);
            }

            Keep(action);
            return ValueTask.FromResult(true);
        }
    }

    private static (string, MarketplaceOrderId, string) KeyOf(OrderAction action) => (action.Account, action.OrderId, action.Name);

    private static bool IsOpen(OrderAction? action) => action is { State: OrderActionState.Planned or OrderActionState.Sent };

    private void Keep(OrderAction action)
    {
        var key = KeyOf(action);
        var wasOpen = IsOpen(_actions.GetValueOrDefault(key));
        _actions[key] = action;
        if (IsOpen(action) && !wasOpen)
        {
            Open(action.Account).AddLast(key);
        }
        else if (!IsOpen(action) && wasOpen)
        {
            Open(action.Account).Remove(key);
        }
    }

    private void Enqueue(SyncedOrder order)
    {
        var queue = Queue(order.Account);
        if (order.Version > 1)
        {
            for (var node = queue.First; node is not null; node = node.Next)
            {
                if (node.Value.Order.Order.Id == order.Order.Id)
                {
                    node.Value = new Waiting(order, default);
                    return;
                }
            }
        }

        queue.AddLast(new Waiting(order, default));
    }

    private LinkedListNode<Waiting>? FindWaiting(SyncedOrder order)
    {
        for (var node = Queue(order.Account).First; node is not null; node = node.Next)
        {
            if (node.Value.Order.Order.Id == order.Order.Id)
            {
                return node.Value.Order.Version == order.Version ? node : null;
            }
        }

        return null;
    }

    private LinkedList<Waiting> Queue(string account) =>
        _waiting.TryGetValue(account, out var queue) ? queue : _waiting[account] = [];

    private LinkedList<(string Account, MarketplaceOrderId Id, string Name)> Open(string account) =>
        _open.TryGetValue(account, out var open) ? open : _open[account] = [];

    private readonly record struct Known(OrderFingerprint Fingerprint, int Version);

    private sealed record Waiting(SyncedOrder Order, DateTimeOffset NotBefore);
}
