using Commerce.Http;
using Commerce.Marketplaces;
using Commerce.Marketplaces.BackMarket;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Back Market accounts.</summary>
public static class BackMarketMarketplaceServiceCollectionExtensions
{
    /// <summary>Adds a Back Market account as a keyed <see cref="IMarketplaceClient"/> and <see cref="IBackMarketMarketplaceClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The account's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddBackMarketMarketplace(
        this IServiceCollection services, Action<BackMarketMarketplaceOptions> configure, string name = "backmarket")
    {
        var builder = services.AddVendorClient<IMarketplaceClient, BackMarketMarketplaceOptions, BackMarketMarketplaceOptionsValidator>(
            "backmarket",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "backmarket",
                BaseAddress = options.BaseAddress ?? BackMarketMarkets.AddressOf(options.Market, options.UsePreproduction)!,
                Options = options,

                // The token comes encoded from the back office: it is sent as it is.
                Authenticator = _ => new HeaderAuthenticator("Authorization", "Basic " + options.Token),
                Errors = BackMarketErrors.Read,
                Limits = options.KeepCallFrequencies ? CallFrequencies : [],
                Secrets = [options.Token],
                Headers = new Dictionary<string, string>
                {
                    ["Accept"] = "application/json",
                    ["Accept-Language"] = options.Market,
                    ["User-Agent"] = $"BM-{options.CompanyName}-{options.IntegrationName};{options.ContactEmail}",
                },
            },
            static (channel, options, _) => new BackMarketMarketplaceClient(channel, options));
        services.TryAddKeyedSingleton(
            name, static (provider, key) => (IBackMarketMarketplaceClient)provider.GetRequiredKeyedService<IMarketplaceClient>(key));
        return builder.AddHttpMessageHandler(static () => new BackMarketGateHandler());
    }

    // Source: Back Market seller API, rate limits. A limit by the day beside one by the minute is kept as calls at once and their share of the day.
    private static readonly RateLimit[] CallFrequencies =
    [
        new("*", 200, TimeSpan.FromSeconds(10)),
        new("catalogue", 20, TimeSpan.FromSeconds(10)),

        // 20 in 10 seconds and 2 000 in an hour.
        new("update-listing", 20, TimeSpan.FromSeconds(36)),
        new("list-care-folders", 520, TimeSpan.FromDays(520 / 4000.0)),
        new("find-care-folder", 600, TimeSpan.FromDays(600 / 40_000.0)),
        new("send-message", 560, TimeSpan.FromDays(560 / 40_000.0)),
        new("declare-problem", 750, TimeSpan.FromDays(750 / 1000.0)),
        new("refund-amount", 500, TimeSpan.FromDays(1)),
        new("transfer-item", 292, TimeSpan.FromDays(292 / 500.0)),
        new("list-competitors", 2, TimeSpan.FromSeconds(1)),
    ];
}
