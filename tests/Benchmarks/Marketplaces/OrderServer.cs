using Commerce.Marketplaces.Tests.Sync;
using Commerce.Testing.Sandbox;

namespace Commerce.Benchmarks.Marketplaces;

/// <summary>The sandbox with orders in every marketplace, in a process of its own, so that only the clients are measured.</summary>
internal static class OrderServer
{
    internal static async Task<int> RunAsync(int ordersOfOne)
    {
        // Placed a while ago: marketplaces show the newest orders late.
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = new LateClock() });
        foreach (var marketplace in sandbox.Vendors.OfType<MarketplaceSandbox>())
        {
            marketplace.Limit(1_000_000, TimeSpan.FromSeconds(1));
            for (var i = 0; i < (ordersOfOne == 0 ? MarketplaceSyncBenchmark.OrdersOfEach : marketplace is MiraklSandbox ? ordersOfOne : 0); i++)
            {
                marketplace.Place(SixMarketplaces.Order(i));
            }
        }

        LateClock.IsLate = false;
        Console.WriteLine(sandbox.Address);

        // It lives as long as whoever started it keeps its input open.
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private sealed class LateClock : TimeProvider
    {
        internal static bool IsLate { get; set; } = true;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - (IsLate ? TimeSpan.FromHours(1) : TimeSpan.Zero);
    }
}
