using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Commerce.Marketplaces.Publishing;

/// <summary>Pushes as long as the host runs: each account at its own pace.</summary>
internal sealed class OfferPublisherService(
    OfferPublisher publisher, IOptions<OfferPublisherOptions> options, TimeProvider clock, ILogger<OfferPublisher> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(publisher.Accounts.Select(client => LoopAsync(client.Account, stoppingToken)));

    private async Task LoopAsync(string account, CancellationToken stoppingToken)
    {
        await Task.Yield();
        int failures = 0, polls = 0;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var report = await publisher.RunAsync(account, stoppingToken).ConfigureAwait(false);
                if (report.Pushed + report.Refused.Count > 0)
                {
                    MarketplaceLog.Pushed(logger, account, report.Pushed, report.Refused.Count);
                }

                failures = report.Failure is null ? 0 : failures + 1;
                polls = report.IsRunning ? polls + 1 : 0;
                if (report.Failure is { } failure)
                {
                    MarketplaceLog.AccountFailed(logger, account, failures, failure.Message);
                }

                await Task.Delay(failures > 0 ? options.Value.Wait(failures) : Poll(polls), clock, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: what is pending is kept.
        }
    }

    // The first question comes after the gathering, the second one after twice as long.
    private TimeSpan Poll(int polls)
    {
        var gather = options.Value.GatherTime;
        return Backoff.After(polls + 1, gather, gather > LongestPoll ? gather : LongestPoll);
    }
}
