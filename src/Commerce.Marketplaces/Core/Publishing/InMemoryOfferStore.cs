using System.Runtime.CompilerServices;

namespace Commerce.Marketplaces.Publishing;

/// <summary>Keeps offers in the process, for development, tests and demos: after a restart tell every quantity and price again.</summary>
public sealed class InMemoryOfferStore : IOfferStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, OfferBatchKind Kind), Shelf> _shelves = [];

    /// <inheritdoc/>
    public ValueTask UpdateAsync(
        string account, OfferBatchKind kind, IReadOnlyCollection<OfferKey> keys, Func<OfferState, OfferState> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            var shelf = Of(account, kind);
            foreach (var key in keys)
            {
                var state = change(shelf.Offers.GetValueOrDefault(key) ?? new OfferState { Key = key });
                shelf.Offers[key] = state;
                if (!state.IsPending)
                {
                    shelf.Pending.Remove(key);
                }
                else
                {
                    shelf.Pending.Add(key);
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OfferState>> ListPendingAsync(
        string account, OfferBatchKind kind, DateTimeOffset dueBy, int count, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var shelf = Of(account, kind);
            return ValueTask.FromResult<IReadOnlyList<OfferState>>(
                [.. shelf.Pending.Select(key => shelf.Offers[key]).Where(state => !state.IsHeld && state.NotBefore <= dueBy).Take(count)]);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OfferState> ListAsync(
        string account, OfferBatchKind kind, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<OfferState> offers;
        lock (_gate)
        {
            offers = [.. Of(account, kind).Offers.Values.OrderBy(static state => state.Key.Sku.Value, StringComparer.Ordinal)];
        }

        foreach (var offer in offers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return offer;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<OpenPush?> FindPushAsync(string account, OfferBatchKind kind, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(Of(account, kind).Push);
        }
    }

    /// <inheritdoc/>
    public ValueTask SavePushAsync(string account, OfferBatchKind kind, OpenPush? push, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            Of(account, kind).Push = push;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<PushHold?> FindHoldAsync(string account, OfferBatchKind kind, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(Of(account, kind).Hold);
        }
    }

    /// <inheritdoc/>
    public ValueTask SaveHoldAsync(string account, OfferBatchKind kind, PushHold? hold, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            Of(account, kind).Hold = hold;
        }

        return ValueTask.CompletedTask;
    }

    private Shelf Of(string account, OfferBatchKind kind) =>
        _shelves.TryGetValue((account, kind), out var shelf) ? shelf : _shelves[(account, kind)] = new Shelf();

    private sealed class Shelf
    {
        internal Dictionary<OfferKey, OfferState> Offers { get; } = [];

        internal OrderedSet Pending { get; } = new();

        internal OpenPush? Push { get; set; }

        internal PushHold? Hold { get; set; }
    }

    /// <summary>Keys in the order in which they were first added.</summary>
    private sealed class OrderedSet : System.Collections.Generic.IEnumerable<OfferKey>
    {
        private readonly LinkedList<OfferKey> _order = new();
        private readonly Dictionary<OfferKey, LinkedListNode<OfferKey>> _nodes = [];

        public IEnumerator<OfferKey> GetEnumerator() => _order.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        internal void Add(OfferKey key)
        {
            if (!_nodes.ContainsKey(key))
            {
                _nodes[key] = _order.AddLast(key);
            }
        }

        internal void Remove(OfferKey key)
        {
            if (_nodes.Remove(key, out var node))
            {
                _order.Remove(node);
            }
        }
    }
}
