using System.Collections.Concurrent;
using Commerce.Marketplaces.Sync;

namespace Commerce.Marketplaces.Tests.Sync;

/// <summary>A seller's books: each version of an order once, whatever is handed over again.</summary>
internal sealed class RecordingHandler : IOrderSyncHandler
{
    private readonly ConcurrentDictionary<string, SyncedOrder> _versions = new(StringComparer.Ordinal);

    internal Func<SyncedOrder, OrderVerdict> Verdict { get; set; } = static _ => OrderVerdict.Accept;

    internal IReadOnlyDictionary<string, SyncedOrder> Versions => _versions;

    internal int Calls { get; private set; }

    public ValueTask<OrderVerdict> HandleAsync(SyncedOrder order, CancellationToken cancellationToken = default)
    {
        Calls++;
        var verdict = Verdict(order);
        _versions[order.Key] = order;
        return ValueTask.FromResult(verdict);
    }
}
