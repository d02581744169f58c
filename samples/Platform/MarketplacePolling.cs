using Commerce.Agents;
using Commerce.Agents.Domain.Marketplaces;
using Microsoft.Extensions.Options;

namespace Commerce.Samples.Platform;

/// <summary>Asks for the orders of each marketplace once at start; from then on its agent asks again by itself. Starting twice does no harm.</summary>
internal sealed class MarketplacePolling(IMessagePublisher agents, IOptions<MarketplacesOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var account in options.Value.Accounts)
        {
            await agents.PublishAsync(new SyncMarketplace(account), cancellationToken: stoppingToken);
        }
    }
}
