using Commerce.Http;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Cdiscount;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers sellers at Cdiscount.</summary>
public static class CdiscountMarketplaceServiceCollectionExtensions
{
    /// <summary>Adds a seller as a keyed <see cref="IMarketplaceClient"/> and <see cref="ICdiscountMarketplaceClient"/>, which are one object.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The seller's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddCdiscountMarketplace(
        this IServiceCollection services, Action<CdiscountMarketplaceOptions> configure, string name = "cdiscount")
    {
        var http = services.AddVendorClient<IMarketplaceClient, CdiscountMarketplaceOptions, CdiscountMarketplaceOptionsValidator>(
            "cdiscount",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "cdiscount",
                BaseAddress = options.BaseAddress ?? CdiscountMarketplaceOptions.ProductionAddress,
                Options = options,
                Authenticator = channel => new BearerAuthenticator(
                    new TokenCache(cancellationToken => CdiscountTokens.FetchAsync(channel, options, cancellationToken), channel.Clock)),
                Errors = CdiscountErrors.Read,

                // Octopia publishes no other numbers; 429 and Retry-After are obeyed.
                Limits = [new RateLimit("token", 500, TimeSpan.FromHours(1))],
                Secrets = [options.ClientSecret],
                Headers = new Dictionary<string, string>
                {
                    ["Accept"] = "application/json",
                    ["Accept-Language"] = options.Language,
                    ["SellerId"] = options.SellerId,
                },
            },
            static (channel, options, _) => new CdiscountMarketplaceClient(channel, options));
        services.TryAddKeyedSingleton(
            name, static (provider, key) => (ICdiscountMarketplaceClient)provider.GetRequiredKeyedService<IMarketplaceClient>(key));
        return http;
    }
}
