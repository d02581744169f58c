using System.Diagnostics;
using System.Globalization;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Sync;
using Commerce.Marketplaces.Tests.Sync;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Benchmarks.Marketplaces;

/// <summary>
/// Every marketplace with 100 orders each, read, mapped and stored through the order sync; then 100 000 orders of one, against a hand-written reader of the same pages.
/// </summary>
internal static class MarketplaceSyncBenchmark
{
    internal const int OrdersOfEach = 100;
    private const int OrdersOfOne = 100_000;
    private const int Repetitions = 7;
    private const int StreamRepetitions = 3;
    private const double MaxMilliseconds = 500;
    private const double MaxMegabytes = 60;

    internal static async Task<int> RunAsync()
    {
        var (six, accounts, isSixRight) = await SixAsync();
        var (ours, byHand, memory, isStreamRight) = await StreamAsync();
        return Figures.Print(
            "marketplace-sync",
            ours.Median / byHand.Median,
            new
            {
                millisecondsForAll = six.Json,
                marketplaces = accounts,
                ordersOfEach = OrdersOfEach,
                secondsFor100000 = new { ours = ours.Json, byHand = byHand.Json },
                peakMegabytes = memory.Json,
            },
            Repetitions,
            isSixRight && isStreamRight && six.Median < MaxMilliseconds && memory.Median < MaxMegabytes);
    }

    private static async Task<(Figures Milliseconds, int Accounts, bool IsRight)> SixAsync()
    {
        await using var server = await Server.StartAsync(0);
        await using var marketplaces = await SixMarketplaces.StartAsync(TimeProvider.System, server.Address);
        var times = new List<double>();
        var isRight = true;
        for (var i = 0; i <= Repetitions; i++)
        {
            // A process of its own each time would measure its start; a store of its own measures the work.
            await using var process = marketplaces.Connect(more: static services => services.AddOrderSync<Books>());
            var sync = process.GetRequiredService<OrderSync>();
            await Task.WhenAll(process.GetRequiredService<MarketplaceManager>().Accounts.Select(static client => client.FindOrderAsync(new("none"))));
            var started = Stopwatch.GetTimestamp();
            var reports = await sync.RunAllAsync();
            var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            isRight &= reports.All(static report => report is { New: OrdersOfEach, Handled: OrdersOfEach, Failures.Count: 0, IsComplete: true });
            if (i > 0)
            {
                times.Add(time);
            }
        }

        return (new Figures(times), marketplaces.Doubles.Count, isRight);
    }

    private static async Task<(Figures Ours, Figures ByHand, Figures Megabytes, bool IsRight)> StreamAsync()
    {
        await using var server = await Server.StartAsync(OrdersOfOne);
        await using var marketplaces = await SixMarketplaces.StartAsync(TimeProvider.System, server.Address);
        using var http = new HttpClient { BaseAddress = server.Address };
        var (ours, byHand, memory) = (new List<double>(), new List<double>(), new List<double>());
        var isRight = true;
        for (var i = 0; i <= StreamRepetitions; i++)
        {
            await using var process = marketplaces.Connect(more: static services => services.AddOrderSync<Books>());
            var sync = process.GetRequiredService<OrderSync>();
            using var peak = new PeakMemory();
            var started = Stopwatch.GetTimestamp();
            var report = await sync.RunAsync("mirakl");
            var (seconds, megabytes) = (Stopwatch.GetElapsedTime(started).TotalSeconds, peak.StopMegabytes());
            started = Stopwatch.GetTimestamp();
            var read = await HandWrittenReader.ReadAsync(http, marketplaces.Sandbox.Get<MiraklSandbox>().ApiKey);
            var handSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            isRight &= report is { New: OrdersOfOne, Handled: OrdersOfOne, IsComplete: true, Failures.Count: 0 } && read == OrdersOfOne;
            if (i > 0)
            {
                ours.Add(seconds);
                byHand.Add(handSeconds);
                memory.Add(megabytes);
            }
        }

        return (new Figures(ours), new Figures(byHand), new Figures(memory), isRight);
    }

    private sealed class Books : IOrderSyncHandler
    {
        public ValueTask<OrderVerdict> HandleAsync(SyncedOrder order, CancellationToken cancellationToken = default) => ValueTask.FromResult(OrderVerdict.Nothing);
    }

    private sealed class Server(Process process, Uri address) : IAsyncDisposable
    {
        internal Uri Address => address;

        public async ValueTask DisposeAsync()
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        internal static async Task<Server> StartAsync(int ordersOfOne)
        {
            var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve-orders", ordersOfOne.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
            return new Server(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
        }
    }
}
