using System.Collections.Concurrent;
using System.Diagnostics;
using Commerce.Agents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Commerce.Benchmarks.Chaos;

/// <summary>Publishes commands and notes each before it is published. What failed is published again under the same id.</summary>
internal sealed class ChaosDriver(IHost host, int rate, int seed)
{
    private const int Publishers = 8;
    private const int CustomersOfEach = 4;
    private static readonly string[] Skus = ["lamp", "vase", "chair", "table", "clock", "mirror"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly IMessagePublisher _publisher = host.Services.GetRequiredService<IMessagePublisher>();
    private int _repeats;

    internal ConcurrentQueue<ChaosCommand> Commands { get; } = new();

    internal int Repeats => _repeats;

    internal Task RunAsync(CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Publishers).Select(publisher => PublishAsync(publisher, stop)));

    private async Task PublishAsync(int publisher, CancellationToken stop)
    {
        var random = new Random(seed + publisher);
        var started = Stopwatch.GetTimestamp();
        for (var count = 0; !stop.IsCancellationRequested; count++)
        {
            var customer = $"customer-{publisher}-{count % CustomersOfEach}";
            var sku = random.Next(40) == 0 ? OrderAgent.Forgotten : Skus[random.Next(Skus.Length)];
            var sequence = (count / CustomersOfEach) + 1;
            var command = new ChaosCommand(Guid.CreateVersion7(), customer, sequence, $"{customer}-order-{sequence}", sku);
            Commands.Enqueue(command);
            await StoreAsync(command);
            var due = TimeSpan.FromSeconds((count + 1d) * Publishers / rate);
            if (due - Stopwatch.GetElapsedTime(started) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, CancellationToken.None);
            }
        }
    }

    private async Task StoreAsync(ChaosCommand command)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await _publisher.SendAsync(
                    new PlaceOrder(command.Customer, command.Sequence, command.OrderId, command.Sku), new PublishOptions { MessageId = command.Id });
                return;
            }
            catch (CommerceException exception) when (exception.IsTransient && Stopwatch.GetElapsedTime(started) < Patience)
            {
                Interlocked.Increment(ref _repeats);
                await Task.Delay(100);
            }
        }
    }
}

/// <summary>A command that was noted.</summary>
internal sealed record ChaosCommand(Guid Id, string Customer, int Sequence, string OrderId, string Sku);
