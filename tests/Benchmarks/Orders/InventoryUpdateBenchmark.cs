using System.Diagnostics;
using Commerce.Agents;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Integration.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Commerce.Benchmarks.Orders;

/// <summary>Receipts and adjustments of stock on PostgreSQL, from the ask to the answer: each with its movement, its level and its event; beside the shortest transaction on the same server.</summary>
internal static class InventoryUpdateBenchmark
{
    private const int Callers = 4;
    private const int WarmUpUpdates = 200;
    private const int Updates = 500;
    private const int Repetitions = 3;
    private const double WantedMilliseconds = 5;

    internal static async Task<int> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var (medians, slow, bare) = (new List<double>(), new List<double>(), new List<double>());
        var isCorrect = true;
        for (var i = 0; i <= Repetitions; i++)
        {
            var (times, isRight) = await MeasureAsync(await server.CreateDatabaseAsync());
            var commits = await BareCommits.MeasureAsync(await server.CreateDatabaseAsync(), Callers, Updates);
            isCorrect &= isRight;
            if (i > 0)
            {
                medians.Add(times[times.Length / 2]);
                slow.Add(times[(int)(times.Length * 0.95)]);
                bare.Add(commits[(int)(commits.Length * 0.95)]);
            }
        }

        var p95 = new Figures(slow);
        return Figures.Print(
            "inventory-update",
            p95.Median / WantedMilliseconds,
            new { milliseconds = new { p50 = new Figures(medians).Json, p95 = p95.Json, bareCommitP95 = new Figures(bare).Json } },
            Repetitions,
            isCorrect);
    }

    private static async Task<(double[] Times, bool IsRight)> MeasureAsync(string database)
    {
        using var host = RuntimePostgresBenchmark.Build(database, agents => agents.AddInventory());
        await host.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        await UpdateAsync(publisher, WarmUpUpdates);
        var times = await UpdateAsync(publisher, Updates);
        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();
        var states = host.Services.GetRequiredService<IAgentStates>();
        var (onHand, movements) = (0, 0);
        foreach (var sku in BenchShop.Skus)
        {
            var level = await states.FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(sku).Key);
            onHand += level?.OnHand ?? 0;
            movements += level?.Movements ?? 0;
        }

        await host.StopAsync();
        var (warmUp, measured) = (WarmUpUpdates * Callers, Updates * Callers);
        return (times, movements == warmUp + measured && onHand == Expected(WarmUpUpdates) + Expected(Updates));
    }

    /// <summary>Lets each caller receive three units and take one off again, in turn.</summary>
    private static async Task<double[]> UpdateAsync(IMessagePublisher publisher, int updates)
    {
        var times = new double[Callers * updates];
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var i = 0; i < updates; i++)
            {
                var sku = BenchShop.Skus[((i / 2 * Callers) + caller) % BenchShop.Skus.Length];
                var started = Stopwatch.GetTimestamp();
                var answer = await publisher.AskAsync<Answer>(i % 2 == 0 ? new ReceiveStock(sku, 3, "delivery") : new AdjustStock(sku, -1, "counted"));
                times[(caller * updates) + i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                if (answer.Refusals.Count > 0)
                {
                    throw new InvalidOperationException($"An update was refused: {answer.Refusals[0].Message}");
                }
            }
        }));
        return [.. times.Order()];
    }

    private static int Expected(int updates) => Callers * updates / 2 * (3 - 1);
}
