using System.Collections.Concurrent;
using System.Diagnostics;
using Commerce.Agents;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Benchmarks;

/// <summary>Messages through a handler that changes its key's state and publishes one event, against MassTransit in memory on the same work.</summary>
internal static class RuntimeMemoryBenchmark
{
    private const int Messages = 200_000;
    private const int BaselineMessages = 20_000;
    private const int Keys = 1_000;
    private const int Repetitions = 5;

    internal static Task<int> RunAsync() => Throughput.CompareAsync("runtime-memory", Repetitions, OursAsync, "massTransit", BaselineAsync);

    private static async Task<(double Rate, bool IsCorrect)> OursAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        var count = new Countdown(Messages);
        builder.Services.AddSingleton(count);
        builder.Services.AddCommerceAgents(agents => agents
            .AddAgent<CountingAgent, Tally>("counting", agent => agent.Handles<Tick>(message => message.Key)));
        using var host = builder.Build();
        await host.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Messages; i++)
        {
            await publisher.PublishAsync(new Tick(KeyOf(i)));
        }

        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();
        var rate = Messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var total = 0;
        for (var key = 0; key < Keys; key++)
        {
            total += (await host.Services.GetRequiredService<IAgentStates>().FindAsync<Tally>("counting", KeyOf(key)))!.Count;
        }

        await host.StopAsync();
        return (rate, total == Messages);
    }

    private static async Task<(double Rate, bool IsCorrect)> BaselineAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        var count = new Countdown(BaselineMessages);
        builder.Services.AddSingleton(count);
        builder.Services.AddMassTransit(bus =>
        {
            bus.AddConsumer<CountingConsumer>();
            bus.UsingInMemory((context, configure) => configure.ConfigureEndpoints(context));
        });
        using var host = builder.Build();
        await host.StartAsync();
        var bus = host.Services.GetRequiredService<IBus>();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < BaselineMessages; i++)
        {
            await bus.Publish(new Tick(KeyOf(i)));
        }

        await count.Done;
        var rate = BaselineMessages / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await host.StopAsync();
        return (rate, true);
    }

    private static string KeyOf(int index) => $"key-{index % Keys}";
}

/// <summary>A message to count.</summary>
public sealed record Tick(string Key) : IMessage;

/// <summary>Told after each count.</summary>
public sealed record Tock(string Key, int Count) : IMessage;

/// <summary>The state of a key.</summary>
public sealed record Tally
{
    /// <summary>Gets how many came.</summary>
    public int Count { get; init; }
}

/// <summary>Ours.</summary>
public sealed class CountingAgent : IHandle<Tick, Tally>
{
    /// <inheritdoc/>
    public Task HandleAsync(Tick message, AgentContext<Tally> context, CancellationToken cancellationToken)
    {
        context.State = new Tally { Count = context.State.Count + 1 };
        context.Publish(new Tock(message.Key, context.State.Count));
        return Task.CompletedTask;
    }
}

/// <summary>MassTransit's, with its state in a dictionary.</summary>
public sealed class CountingConsumer(Countdown countdown) : IConsumer<Tick>
{
    private static readonly ConcurrentDictionary<string, Tally> Tallies = new();

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<Tick> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var tally = Tallies.AddOrUpdate(context.Message.Key, static _ => new Tally { Count = 1 }, static (_, tally) => new Tally { Count = tally.Count + 1 });
        await context.Publish(new Tock(context.Message.Key, tally.Count));
        countdown.Signal();
    }
}

/// <summary>Ends when everything was counted.</summary>
public sealed class Countdown(int count)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = count;

    /// <summary>Gets a task that ends with the last message.</summary>
    public Task Done => _done.Task;

    /// <summary>Counts one.</summary>
    public void Signal()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _done.SetResult();
        }
    }
}
