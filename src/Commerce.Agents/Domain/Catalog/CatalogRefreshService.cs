using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>Keeps the catalogue of the process fresh as long as the host runs.</summary>
internal sealed partial class CatalogRefreshService(
    CachedProductCatalog catalog, IOptions<CatalogOptions> options, TimeProvider clock, ILogger<CachedProductCatalog> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync().ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.Value.RefreshInterval, clock, stoppingToken).ConfigureAwait(false);
                await RefreshAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            await catalog.RefreshAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the store fails with: what was read before still holds, and the next reading tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(1300, LogLevel.Warning, "The catalogue could not be read; what was read before still holds")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
