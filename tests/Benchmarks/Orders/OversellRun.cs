using System.Diagnostics;
using System.Globalization;
using Commerce.Agents;
using Commerce.Agents.Domain.Inventory;
using Commerce.Integration.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Recoveries = Commerce.Benchmarks.Chaos.Recoveries;

namespace Commerce.Benchmarks.Orders;

/// <summary>
/// Everybody wants the last units while processes die: 32 callers ask for single units of products of which there are 500 each, four
/// workers share the work, and every second the one that has the most of it is killed and started again.
/// </summary>
internal sealed class OversellRun(TimeSpan time) : IAsyncDisposable
{
    internal const int Units = 500;

    private const int Wanted = 700;
    private const int Callers = 32;
    private const int Workers = 4;
    private const int MaxProducts = 2_000;

    // Every eighth caller presses the button twice: the same reservation, as another message.
    private const int Twice = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan DrainDeadline = TimeSpan.FromMinutes(3);

    private readonly List<OversellWorker> _workers = [];
    private readonly List<(Guid Id, string Sku)> _asked = [];
    private readonly Lock _gate = new();
    private int _next;
    private int _kills;
    private int _repeats;

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }
    }

    internal static async Task<int> RunAsync(TimeSpan time)
    {
        await using var run = new OversellRun(time);
        return await run.RunAsync();
    }

    private async Task<int> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        using var host = OversellWorker.Build(database);
        await host.StartAsync();
        await OversellChecks.PrepareAsync(source);
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        await StockAsync(publisher);
        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();
        for (var i = 0; i < Workers; i++)
        {
            _workers.Add(OversellWorker.Start(database));
        }

        await WaitForWorkersAsync(source);
        using var stop = new CancellationTokenSource(time);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => AskAsync(publisher, stop.Token)).Append(KillAsync(database, source, stop.Token)));
        await FinishProductAsync(publisher);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var drained = await DrainAsync(source);
        await host.StopAsync();

        var products = _asked.Select(static asked => asked.Sku).Distinct().Count();
        await OversellChecks.NoteAsync(source, _asked);
        var (broken, reserved) = await OversellChecks.RunAsync(source);
        foreach (var rule in broken)
        {
            Console.WriteLine(rule);
        }

        var isRight = broken.Count == 0 && drained is not null && reserved == products * Units && _kills > 0;
        return Figures.Print(
            "oversell",
            isRight ? 0 : 1,
            new
            {
                products,
                unitsOfEach = Units,
                reservationsAskedFor = _asked.Count,
                unitsReserved = reserved,
                unitsOversold = reserved - (products * Units),
                askedTwice = _repeats,
                workersKilled = _kills,
                reservationsPerSecond = Math.Round(_asked.Count / seconds),
                drainSeconds = drained,
                rulesChecked = OversellChecks.Count,
                rulesBroken = broken,
            },
            1,
            isRight);
    }

    private static string SkuOf(int product) => string.Create(CultureInfo.InvariantCulture, $"RARE-{product:D4}");

    private async Task StockAsync(IMessagePublisher publisher)
    {
        // Before anything dies, so that a refusal can only mean that all units are reserved.
        var most = (int)Math.Min(MaxProducts, 2 + (Callers * time / Pause / Wanted));
        await Task.WhenAll(Enumerable.Range(0, most).Select(product => publisher.SendAsync(new ReceiveStock(new Sku(SkuOf(product)), Units, "opening"))));
    }

    private async Task AskAsync(IMessagePublisher publisher, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await ReserveAsync(publisher, Interlocked.Increment(ref _next) - 1);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <summary>Asks for the rest of the last product, so that it too was wanted by more than can have it.</summary>
    private async Task FinishProductAsync(IMessagePublisher publisher)
    {
        while (_next % Wanted != 0)
        {
            await ReserveAsync(publisher, _next++);
        }
    }

    private async Task ReserveAsync(IMessagePublisher publisher, int number)
    {
        var (id, sku) = (Guid.CreateVersion7(), SkuOf(number / Wanted));
        lock (_gate)
        {
            _asked.Add((id, sku));
        }

        await StoreAsync(publisher, id, sku);
        if (number % Twice == 0)
        {
            Interlocked.Increment(ref _repeats);
            await StoreAsync(publisher, id, sku);
        }
    }

    private static async Task StoreAsync(IMessagePublisher publisher, Guid id, string sku)
    {
        var options = new PublishOptions { MessageId = Guid.CreateVersion7() };
        while (true)
        {
            try
            {
                await publisher.SendAsync(new ReserveStock(id, [new StockLine(new Sku(sku), 1)]), options);
                return;
            }
            catch (CommerceException exception) when (exception.IsTransient)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private async Task KillAsync(string database, NpgsqlDataSource source, CancellationToken stop)
    {
        var recoveries = new Recoveries(source);
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            var shards = new int[_workers.Count];
            for (var i = 0; i < _workers.Count; i++)
            {
                shards[i] = (await recoveries.FindShardsAsync(_workers[i].Id)).Length;
            }

            var place = Array.IndexOf(shards, shards.Max());
            var dead = _workers[place];
            dead.Kill();
            Console.WriteLine($"worker {dead.Id} is killed; it has {shards[place]} of 64 shards");
            _kills++;
            _workers[place] = OversellWorker.Start(database);
            await dead.DisposeAsync();
        }
    }

    private static async Task WaitForWorkersAsync(NpgsqlDataSource source)
    {
        while (await ReadAsync(source, "select count(distinct owner) from agents.agent_shard where lease_until > now()") < Workers + 1)
        {
            await Task.Delay(200);
        }
    }

    private static async Task<double?> DrainAsync(NpgsqlDataSource source)
    {
        const string left = "select (select count(*) from agents.agent_outbox) + (select count(*) from agents.agent_parked)";
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < DrainDeadline)
        {
            var handled = await ReadAsync(source, "select count(*) from agents.agent_inbox");
            if (await ReadAsync(source, left) == 0)
            {
                await Task.Delay(500);
                if (await ReadAsync(source, left) == 0 && await ReadAsync(source, "select count(*) from agents.agent_inbox") == handled)
                {
                    return Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1);
                }
            }

            await Task.Delay(200);
        }

        return null;
    }

    private static async Task<long> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
