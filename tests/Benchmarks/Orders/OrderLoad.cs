using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Commerce.Agents.Domain.Orders;

namespace Commerce.Benchmarks.Orders;

/// <summary>Callers that place orders in a shop, and what became of their orders.</summary>
internal sealed class OrderLoad(BenchShop shop)
{
    // So many orders may be on their way at once: enough to keep the agents busy, few enough that the rate is one that lasts.
    private const int MaxOpen = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<PlacedOrder> _placed = new();
    private int _next;

    internal IReadOnlyCollection<PlacedOrder> Placed => _placed;

    /// <summary>Lets each caller place one order after the other, each when the one before is confirmed.</summary>
    internal Task PlaceInTurnAsync(int callers, int orders) => Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
    {
        for (var i = 0; i < orders; i++)
        {
            var order = await PlaceAsync();
            await order.Progress.Confirmed.Task.WaitAsync(Patience);
        }
    }));

    /// <summary>Lets callers place orders for some time, each the next when it has its receipt.</summary>
    /// <returns>Orders a second, until the last label was bought.</returns>
    internal async Task<double> PlaceForAsync(int callers, TimeSpan time)
    {
        using var open = new SemaphoreSlim(MaxOpen);
        var labels = new ConcurrentQueue<Task>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                await open.WaitAsync();
                labels.Enqueue(ReleaseAsync(await PlaceAsync(), open));
            }
        }));
        await Task.WhenAll(labels);
        return labels.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    internal async Task<PlacedOrder> PlaceAsync()
    {
        var number = Interlocked.Increment(ref _next);
        var id = OrderKeys.From("bench", number.ToString(CultureInfo.InvariantCulture));
        var progress = shop.Probe.Expect(id);
        var asked = Stopwatch.GetTimestamp();
        var receipt = await shop.Publisher.AskAsync<OrderReceipt>(new PlaceOrder(id, BenchShop.Draft(number)));
        var order = new PlacedOrder(id, number, receipt, asked, Stopwatch.GetTimestamp(), progress);
        _placed.Enqueue(order);
        return receipt.Refusals.Count == 0 ? order : throw new InvalidOperationException($"An order was refused: {receipt.Refusals[0].Message}");
    }

    private static async Task ReleaseAsync(PlacedOrder order, SemaphoreSlim open)
    {
        await order.Progress.Labelled.Task.WaitAsync(Patience);
        open.Release();
    }
}

/// <summary>An order that was placed.</summary>
internal sealed record PlacedOrder(OrderId Id, int Number, OrderReceipt Receipt, long AskedAt, long AnsweredAt, OrderProgress Progress)
{
    internal double ReceiptMilliseconds => Stopwatch.GetElapsedTime(AskedAt, AnsweredAt).TotalMilliseconds;

    internal double ConfirmedMilliseconds => Stopwatch.GetElapsedTime(AskedAt, Progress.Confirmed.Task.Result).TotalMilliseconds;
}
