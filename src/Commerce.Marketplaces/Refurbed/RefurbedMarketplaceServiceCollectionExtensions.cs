using Commerce.Http;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Refurbed;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers sellers at Refurbed.</summary>
public static class RefurbedMarketplaceServiceCollectionExtensions
{
    /// <summary>Adds a seller as a keyed <see cref="IMarketplaceClient"/> and <see cref="IRefurbedMarketplaceClient"/>, which are one object.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The seller's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddRefurbedMarketplace(
        this IServiceCollection services, Action<RefurbedMarketplaceOptions> configure, string name = "refurbed")
    {
        var http = services.AddVendorClient<IMarketplaceClient, RefurbedMarketplaceOptions, RefurbedMarketplaceOptionsValidator>(
            "refurbed",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "refurbed",
                BaseAddress = options.BaseAddress ?? RefurbedMarketplaceOptions.ProductionAddress,
                Options = options,

                // The scheme is the word "Plain".
                Authenticator = _ => new HeaderAuthenticator("Authorization", $"Plain {options.ApiToken}"),
                Errors = RefurbedErrors.Read,
                Limits = [new RateLimit("*", options.CallsPerSecond, TimeSpan.FromSeconds(1))],
                ReadLimit = RefurbedRates.Correct,
                Secrets = [options.ApiToken],
                Headers = new Dictionary<string, string> { ["Accept"] = "application/json" },
            },
            static (channel, options, _) => new RefurbedMarketplaceClient(channel, options));
        services.TryAddKeyedSingleton(
            name, static (provider, key) => (IRefurbedMarketplaceClient)provider.GetRequiredKeyedService<IMarketplaceClient>(key));
        return http;
    }
}
