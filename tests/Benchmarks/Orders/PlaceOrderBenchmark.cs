using System.Globalization;
using Commerce.Integration.Servers;

namespace Commerce.Benchmarks.Orders;

/// <summary>
/// Orders from the ask to the bought label, through every agent of a shop: price, risk, repetition, stock, payment, picking, packing,
/// choice of the carrier, label, capture. On PostgreSQL against the least that can be written by hand, and in memory.
/// </summary>
internal static class PlaceOrderBenchmark
{
    private const int Callers = 16;
    private const int PatientCallers = 4;
    private const int WarmUpOrders = 30;
    private const int MeasuredOrders = 75;
    private const int Repetitions = 2;

    internal static async Task<int> RunAsync(TimeSpan time)
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var runs = new List<Run>();
        var wrong = new List<string>();
        for (var i = 0; i <= Repetitions; i++)
        {
            var run = await MeasureAsync(server, time, wrong);
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"on PostgreSQL {run.Rate:F0} orders a second, by hand {run.ByHand:F0}, in memory {run.InMemory:F0}; receipt p95 {run.ReceiptP95:F1} ms, confirmed p95 {run.ConfirmedP95:F1} ms"));
            if (i > 0)
            {
                runs.Add(run);
            }
        }

        wrong.ForEach(Console.Error.WriteLine);
        var (ours, byHand) = (Of(runs, static run => run.Rate), Of(runs, static run => run.ByHand));
        return Figures.Print(
            "place-order",
            ours.Median / byHand.Median,
            new
            {
                ordersPerSecond = new { postgreSql = ours.Json, byHand = byHand.Json, memory = Of(runs, static run => run.InMemory).Json },
                receiptMilliseconds = new { p50 = Of(runs, static run => run.ReceiptP50).Json, p95 = Of(runs, static run => run.ReceiptP95).Json },
                confirmedMilliseconds = new { p50 = Of(runs, static run => run.ConfirmedP50).Json, p95 = Of(runs, static run => run.ConfirmedP95).Json },
            },
            Repetitions,
            wrong.Count == 0);
    }

    private static async Task<Run> MeasureAsync(PostgreSqlServer server, TimeSpan time, List<string> wrong)
    {
        var database = await server.CreateDatabaseAsync();
        double rate;
        double[] receipts;
        double[] confirmations;
        await using (var shop = await BenchShop.OpenAsync(database))
        {
            var load = new OrderLoad(shop);
            await load.PlaceInTurnAsync(PatientCallers, WarmUpOrders);
            var before = load.Placed.Count;
            await load.PlaceInTurnAsync(PatientCallers, MeasuredOrders);
            var measured = load.Placed.Skip(before).ToList();
            receipts = [.. measured.Select(static order => order.ReceiptMilliseconds).Order()];
            confirmations = [.. measured.Select(static order => order.ConfirmedMilliseconds).Order()];
            await shop.Operations.DrainAsync();
            rate = await load.PlaceForAsync(Callers, time);
            await shop.Operations.DrainAsync();
            wrong.AddRange(await OrderChecks.CheckAsync(shop, load.Placed, OtherWork.None));
            await OrderChecks.CheckDatabaseAsync(database, wrong);
        }

        var (byHand, isRight) = await HandWrittenOrders.RunAsync(await server.CreateDatabaseAsync(), Callers, time);
        OrderChecks.Require(wrong, isRight, "the work by hand was wrong");
        return new Run(rate, byHand, await InMemoryAsync(time, wrong), At(receipts, 0.5), At(receipts, 0.95), At(confirmations, 0.5), At(confirmations, 0.95));
    }

    private static async Task<double> InMemoryAsync(TimeSpan time, List<string> wrong)
    {
        await using var shop = await BenchShop.OpenAsync(null);
        var load = new OrderLoad(shop);
        var rate = await load.PlaceForAsync(Callers, time / 2);
        await shop.Operations.DrainAsync();
        wrong.AddRange(await OrderChecks.CheckAsync(shop, load.Placed, OtherWork.None));
        return rate;
    }

    private static double At(double[] sorted, double share) => sorted[(int)(sorted.Length * share)];

    private static Figures Of(List<Run> runs, Func<Run, double> value) => new([.. runs.Select(value)]);

    private sealed record Run(double Rate, double ByHand, double InMemory, double ReceiptP50, double ReceiptP95, double ConfirmedP50, double ConfirmedP95);
}
