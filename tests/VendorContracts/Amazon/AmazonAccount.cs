using Commerce.Marketplaces.Amazon;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.VendorContracts.Amazon;

/// <summary>An account with invented credentials that talks to handlers of a test.</summary>
internal sealed class AmazonAccount : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private AmazonAccount(ServiceProvider provider) => _provider = provider;

    internal IAmazonMarketplaceClient Client => _provider.GetRequiredKeyedService<IAmazonMarketplaceClient>("amazon");

    internal static AmazonAccount Of(Uri address, string[]? stores, int feedFrom, params DelegatingHandler[] edges)
    {
        var services = new ServiceCollection();
        var http = services.AddAmazonMarketplace(options =>
        {
            (options.BaseAddress, options.TokenAddress) = (address, new Uri(address, "auth/o2/token"));
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.SellerId) = ("invented-id", "invented-secret", "Atzr|invented", "A1INVENTED");
            (options.MaxRetries, options.BreakerFailures, options.KeepCallRates, options.FeedFrom) = (0, 1000, false, feedFrom);
            options.MarketplaceIds = stores ?? ["ATVPDKIKX0DER"];
        });
        foreach (var edge in edges)
        {
            http.AddHttpMessageHandler(() => edge);
        }

        return new AmazonAccount(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
