using System.Collections.Concurrent;
using System.Diagnostics;
using Commerce.Agents;
using Commerce.Integration.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Commerce.Benchmarks;

/// <summary>What the durable runtime must keep on PostgreSQL alone: latency, quiet, timers, memory. The ratio is what was measured ÷ what is allowed.</summary>
internal static class RuntimeLimits
{
    private const int PerSecond = 1_000;
    private const int Seconds = 10;
    private const int WarmSeconds = 20;
    private const int Keys = 5_000;

    /// <summary>One message at a time, 1 000 a second: from before it is published until its handler has it; beside them 100 a second of one key, which then fails.</summary>
    internal static async Task<int> LatencyAsync()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var (calm, calmCount) = await LatencyAsync(await server.CreateDatabaseAsync(), poisoned: false);
        var (poisoned, poisonedCount) = await LatencyAsync(await server.CreateDatabaseAsync(), poisoned: true);
        return Figures.Print(
            "runtime-latency",
            calm.P95 / 10,
            new { milliseconds = new { calm, besideAPoisonedKey = poisoned }, p99Ratio = Math.Round(poisoned.P99 / calm.P99, 2) },
            1,
            calmCount == PerSecond * Seconds && poisonedCount == PerSecond * Seconds);
    }

    /// <summary>100 000 timers that are due within one minute.</summary>
    internal static async Task<int> TimersAsync()
    {
        const int Timers = 100_000;
        await using var server = await PostgreSqlServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        var late = new Lateness();
        using var host = Start(database, late);
        await host.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var start = DateTimeOffset.UtcNow.AddSeconds(60);
        foreach (var chunk in Enumerable.Range(0, Timers).Chunk(2_000))
        {
            await Task.WhenAll(chunk.Select(i => publisher.PublishAsync(new SetTimer($"key-{i}", start.AddMilliseconds(i * 60_000L / Timers)))));
        }

        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();
        var setUpInTime = DateTimeOffset.UtcNow < start;
        var deadline = Stopwatch.GetTimestamp();
        while (late.Count < Timers && Stopwatch.GetElapsedTime(deadline) < TimeSpan.FromMinutes(4))
        {
            await Task.Delay(100);
        }

        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();
        await host.StopAsync();
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(
            "select count(*) filter (where data->>'count' = '2'), (select count(*) from agents.agent_schedule) from agents.agent_state");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var isCorrect = (reader.GetInt64(0), reader.GetInt64(1), late.Count) == (Timers, 0, Timers);
        return Figures.Print(
            "runtime-timers", late.Percentile(0.99) / 1_000, new { timers = Timers, setUpInTime, lateMilliseconds = late.Json }, 1, isCorrect);
    }

    /// <summary>Nothing to do, for half a minute, after three in which .NET has compiled what is used again and again.</summary>
    internal static async Task<int> IdleAsync()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        using var host = Start(database, new Lateness());
        await host.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(180));
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        var name = new NpgsqlConnectionStringBuilder(database).Database!;
        var transactions = await TransactionsAsync(source, name);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(30));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var core = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds / elapsed;
        var queries = (await TransactionsAsync(source, name) - transactions) / elapsed;
        await host.StopAsync();
        return Figures.Print(
            "runtime-idle", Math.Max(queries / 3, core / 0.01), new { queriesPerSecond = Math.Round(queries, 2), percentOfACore = Math.Round(core * 100, 2) }, 1, queries > 0);
    }

    /// <summary>A million messages wait, written by SQL: memory while they are worked off, and the plans of that day.</summary>
    internal static async Task<int> WaitingAsync()
    {
        const int Waiting = 1_000_000;
        await using var server = await PostgreSqlServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        using (var first = RuntimePostgresBenchmark.Start(database))
        {
            // The process has looked at empty tables before the messages come.
            await first.StartAsync();
            await first.StopAsync();
        }

        await FillAsync(database, Waiting);
        using var host = RuntimePostgresBenchmark.Start(database);
        await host.StartAsync();
        var started = Stopwatch.GetTimestamp();
        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();
        var rate = Waiting / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576d;
        await host.StopAsync();
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select sum((data->>'count')::bigint)::bigint from agents.agent_state");
        var handled = (long)(await command.ExecuteScalarAsync())!;
        return Figures.Print(
            "runtime-waiting", peak / 300, new { waiting = Waiting, peakMegabytes = Math.Round(peak), messagesPerSecond = Math.Round(rate) }, 1, handled == Waiting);
    }

    private static async Task FillAsync(string database, int count)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Command Timeout=600");

        // The shard of a key is the runtime's affair; a few thousand keys are told their shards.
        var keys = Enumerable.Range(0, Hop.Keys).Select(i => $"key-{i}").ToArray();
        await using var command = source.CreateCommand($$"""
            insert into agents.agent_outbox (shard, consumer, key, message_id, type, headers, body)
            select k.shard, c.id, k.key,
              (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n), 3, '0') || '8' || lpad(to_hex(k.i), 15, '0'))::uuid,
              'Hop', '{"at":"2026-01-01T00:00:00Z"}', convert_to('{"key":"' || k.key || '","left":0,"text":"{{Hop.Filling}}"}', 'UTF8')
            from unnest($1, $2) with ordinality as k(key, shard, i), generate_series(1, $3) n, agents.agent_consumer c where c.name = 'hops'
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = keys });
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = Array.ConvertAll(keys, key => Agents.Storage.Shards.Of("hops", key)) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count / Hop.Keys });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(Percentiles Figures, int Count)> LatencyAsync(string database, bool poisoned)
    {
        var late = new Lateness();
        using var host = Start(database, late);
        await host.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        await SendAsync(publisher, WarmSeconds, poisoned: false);
        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();
        late.Clear();
        await SendAsync(publisher, Seconds, poisoned);
        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();
        await host.StopAsync();
        return (late.Json, late.Count);
    }

    private static async Task SendAsync(IMessagePublisher publisher, int seconds, bool poisoned)
    {
        var sends = new List<Task>();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < PerSecond * seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond);
            while (Stopwatch.GetElapsedTime(started) < due)
            {
                await Task.Delay(1);
            }

            sends.Add(publisher.PublishAsync(new Timed($"key-{i % Keys}", Stopwatch.GetTimestamp())));
            if (i % 10 == 0)
            {
                sends.Add(publisher.PublishAsync(new Timed("beside", poisoned ? -1 : 0)));
            }
        }

        await Task.WhenAll(sends);
    }

    private static async Task<long> TransactionsAsync(NpgsqlDataSource source, string database)
    {
        await using var command = source.CreateCommand("select xact_commit + xact_rollback from pg_stat_database where datname = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = database });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static IHost Start(string database, Lateness late) => RuntimePostgresBenchmark.Start(database, agents =>
    {
        agents.Services.AddSingleton(late);
        agents.AddAgent<TimedAgent, Tally>("timed", agent => agent
            .Handles<Timed>(message => message.Key)
            .Handles<SetTimer>(message => message.Key)
            .Handles<TimerDue>(message => message.Key));
    });
}

/// <summary>A message that knows when it was sent; without a time it is only counted, and a negative one makes its handler fail.</summary>
public sealed record Timed(string Key, long SentAt) : IMessage;

/// <summary>Sets a timer.</summary>
public sealed record SetTimer(string Key, DateTimeOffset At) : IMessage;

/// <summary>A timer is due.</summary>
public sealed record TimerDue(string Key, DateTimeOffset At) : IMessage;

/// <summary>Notes how late messages are.</summary>
public sealed class TimedAgent(Lateness late) : IHandle<Timed, Tally>, IHandle<SetTimer, Tally>, IHandle<TimerDue, Tally>
{
    /// <inheritdoc/>
    public Task HandleAsync(Timed message, AgentContext<Tally> context, CancellationToken cancellationToken)
    {
        if (message.SentAt < 0)
        {
            throw new InvalidOperationException("This key is poisoned.");
        }

        if (message.SentAt > 0)
        {
            late.Add(Stopwatch.GetElapsedTime(message.SentAt).TotalMilliseconds);
        }

        context.State = new Tally { Count = context.State.Count + 1 };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(SetTimer message, AgentContext<Tally> context, CancellationToken cancellationToken)
    {
        context.State = new Tally { Count = context.State.Count + 1 };
        context.ScheduleAt(new TimerDue(message.Key, message.At), message.At);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(TimerDue message, AgentContext<Tally> context, CancellationToken cancellationToken)
    {
        late.Add((context.Clock.GetUtcNow() - message.At).TotalMilliseconds);
        context.State = new Tally { Count = context.State.Count + 1 };
        return Task.CompletedTask;
    }
}

/// <summary>How late things were, in milliseconds.</summary>
public sealed class Lateness
{
    private readonly ConcurrentQueue<double> _values = new();

    /// <summary>Gets how many there were.</summary>
    public int Count => _values.Count;

    internal Percentiles Json => new(Percentile(0.5), Percentile(0.95), Percentile(0.99), Percentile(1));

    internal void Add(double milliseconds) => _values.Enqueue(milliseconds);

    internal void Clear() => _values.Clear();

    internal double Percentile(double share)
    {
        var sorted = _values.Order().ToList();
        return sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Min((int)(sorted.Count * share), sorted.Count - 1)], 2);
    }
}

/// <summary>Percentiles.</summary>
internal sealed record Percentiles(double P50, double P95, double P99, double Max);
