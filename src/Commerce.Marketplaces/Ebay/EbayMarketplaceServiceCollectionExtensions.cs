using Commerce;
using Commerce.Http;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Ebay;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers sellers' accounts at eBay.</summary>
public static class EbayMarketplaceServiceCollectionExtensions
{
    /// <summary>
    /// Adds an account as a keyed <see cref="IMarketplaceClient"/>, <see cref="IEbayMarketplaceClient"/>,
    /// <see cref="IWebhookVerifier{TEvent}"/> of <see cref="MarketplaceNotification"/> and <see cref="IWebhookChallenge"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The account's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddEbayMarketplace(
        this IServiceCollection services, Action<EbayMarketplaceOptions> configure, string name = "ebay")
    {
        var http = services.AddVendorClient<IMarketplaceClient, EbayMarketplaceOptions, EbayMarketplaceOptionsValidator>(
            "ebay",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "ebay",
                BaseAddress = options.BaseAddress ?? EbayMarketplaceOptions.ProductionAddress,
                Options = options,
                Authenticator = channel => new EbayAuthenticator(channel, options),
                Errors = EbayErrors.Read,
                ShouldRetry = EbayErrors.ShouldRetry,
                Limits =
                [
                    // The quotas that eBay publishes; the others are read at run time (ReadQuotasAsync).
                    new RateLimit(EbayOperations.Notifications, 10_000, TimeSpan.FromDays(1)),
                    new RateLimit(EbayOperations.Tokens, 50_000, TimeSpan.FromDays(1)),
                    new RateLimit(EbayOperations.ApplicationTokens, 1_000, TimeSpan.FromDays(1)),

                    // A caller who makes up keys must not use up that quota.
                    new RateLimit(EbayOperations.PublicKeys, 60, TimeSpan.FromHours(1)),
                ],
                Secrets = [.. ((string?[])[options.ClientSecret, options.RefreshToken, options.SigningPrivateKey, options.VerificationToken]).OfType<string>()],
                Headers = new Dictionary<string, string> { ["Accept"] = "application/json", ["X-EBAY-C-MARKETPLACE-ID"] = options.MarketplaceId },
            },
            static (channel, options, _) => new EbayMarketplaceClient(channel, options));
        services.TryAddKeyedSingleton(name, static (provider, key) => (IEbayMarketplaceClient)provider.GetRequiredKeyedService<IMarketplaceClient>(key));
        services.TryAddKeyedSingleton(name, static (provider, key) => (IWebhookVerifier<MarketplaceNotification>)provider.GetRequiredKeyedService<IMarketplaceClient>(key));
        services.TryAddKeyedSingleton(name, static (provider, key) => (IWebhookChallenge)provider.GetRequiredKeyedService<IMarketplaceClient>(key));
        return http;
    }
}
