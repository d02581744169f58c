using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Sync;

/// <summary>Runs the order sync as long as the host runs: each account at its own pace.</summary>
internal sealed class OrderSyncService(OrderSync sync, IOptions<OrderSyncOptions> options, TimeProvider clock, ILogger<OrderSync> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var slots = new SemaphoreSlim(options.Value.MaxParallelAccounts);
        return Task.WhenAll(sync.Accounts.Select(client => LoopAsync(client, slots, stoppingToken)));
    }

    private async Task LoopAsync(IMarketplaceClient client, SemaphoreSlim slots, CancellationToken stoppingToken)
    {
        await Task.Yield();
        var failures = 0;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await slots.WaitAsync(stoppingToken).ConfigureAwait(false);
                SyncReport report;
                try
                {
                    report = await sync.RunAsync(client.Account, stoppingToken).ConfigureAwait(false);
                }
                finally
                {
                    slots.Release();
                }

                MarketplaceLog.Synced(logger, report.Account, report.New, report.Updated, report.Told, report.Failures.Count);
                failures = report.Failure is null ? 0 : failures + 1;
                if (report.Failure is { } failure)
                {
                    MarketplaceLog.AccountFailed(logger, report.Account, failures, failure.Message);
                }

                await Task.Delay(Wait(client, failures), clock, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: what was kept is enough to go on later.
        }
    }

    private TimeSpan Wait(IMarketplaceClient client, int failures)
    {
        var settings = options.Value;
        if (failures > 0)
        {
            return Backoff.After(failures, settings.Retry, settings.LongestRetry);
        }

        var interval = settings.Interval > client.Capabilities.OrderPollInterval ? settings.Interval : client.Capabilities.OrderPollInterval;

        // The accounts drift apart, so that they do not all call at the same second.
        return interval + TimeSpan.FromTicks(Random.Shared.NextInt64(interval.Ticks / 10));
    }
}
