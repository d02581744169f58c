using System.Collections.Concurrent;
using System.Diagnostics;
using Commerce.Agents;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;

namespace Commerce.Benchmarks.Orders;

/// <summary>Sees when an order was confirmed and when its label was bought: at the commit of the messages that say so, at no cost to the agents.</summary>
internal sealed class OrderProbe : IRuntimeProbe
{
    private readonly ConcurrentDictionary<OrderId, OrderProgress> _orders = new();

    public void Hit(CrashPoint point)
    {
    }

    public void Sent(IMessage message)
    {
        switch (message)
        {
            case OrderConfirmed confirmed when _orders.TryGetValue(confirmed.OrderId, out var order):
                order.Confirmed.TrySetResult(Stopwatch.GetTimestamp());
                break;
            case ShipmentCreated created when _orders.TryRemove(created.OrderId, out var order):
                order.Labelled.TrySetResult(Stopwatch.GetTimestamp());
                break;
        }
    }

    internal OrderProgress Expect(OrderId id) => _orders.GetOrAdd(id, static _ => new OrderProgress());
}

/// <summary>When an order reached what the callers wait for.</summary>
internal sealed class OrderProgress
{
    internal TaskCompletionSource<long> Confirmed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal TaskCompletionSource<long> Labelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
