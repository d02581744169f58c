using Commerce.Http;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Amazon;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers sellers at Amazon.</summary>
public static class AmazonMarketplaceServiceCollectionExtensions
{
    /// <summary>Adds a seller at Amazon as a keyed <see cref="IMarketplaceClient"/> and <see cref="IAmazonMarketplaceClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The account's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddAmazonMarketplace(
        this IServiceCollection services, Action<AmazonMarketplaceOptions> configure, string name = "amazon")
    {
        var http = services.AddVendorClient<IMarketplaceClient, AmazonMarketplaceOptions, AmazonMarketplaceOptionsValidator>(
            "amazon",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "amazon",
                BaseAddress = options.BaseAddress ?? AmazonMarketplaceOptions.EuropeAddress,
                Options = options,
                Authenticator = channel => new AmazonAuthenticator(channel, options),
                Errors = AmazonErrors.Read,
                Limits = options.KeepCallRates ? AmazonRates.All : [],
                ReadLimit = AmazonRates.Correct,
                Secrets = [options.ClientSecret, options.RefreshToken],
                Headers = new Dictionary<string, string>
                {
                    ["Accept"] = "application/json",
                    ["User-Agent"] = $"{options.Application} (Language=C#)",
                },
            },
            static (channel, options, _) => new AmazonMarketplaceClient(channel, options));
        services.TryAddKeyedSingleton(
            name, static (provider, key) => (IAmazonMarketplaceClient)provider.GetRequiredKeyedService<IMarketplaceClient>(key));
        return http;
    }
}
