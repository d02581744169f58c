using Commerce.Http;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Mirakl;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Mirakl shops.</summary>
public static class MiraklMarketplaceServiceCollectionExtensions
{
    /// <summary>Adds a Mirakl shop as a keyed <see cref="IMarketplaceClient"/>, which is an <see cref="IMiraklMarketplaceClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The shop's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddMiraklMarketplace(
        this IServiceCollection services, Action<MiraklMarketplaceOptions> configure, string name = "mirakl") =>
        services.AddVendorClient<IMarketplaceClient, MiraklMarketplaceOptions, MiraklMarketplaceOptionsValidator>(
            "mirakl",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "mirakl",
                BaseAddress = WithoutApi(options.BaseAddress!),
                Options = options,

                // The raw key, without a scheme.
                Authenticator = _ => new HeaderAuthenticator("Authorization", options.ApiKey),
                Errors = MiraklErrors.Read,
                Limits = options.KeepCallFrequencies
                    ? CallFrequencies
                    : [],
                Secrets = [options.ApiKey],
                Headers = new Dictionary<string, string> { ["Accept"] = "application/json" },
            },
            static (channel, options, _) => new MiraklMarketplaceClient(channel, options));

    // Source: Mirakl seller API, call frequencies. Those of lists are how often to begin one, not how often to turn a page: they are the caller's.
    private static readonly RateLimit[] CallFrequencies =
    [
        new("import-stock", 1, TimeSpan.FromMinutes(1)),
        new("import-prices", 1, TimeSpan.FromMinutes(1)),
        new("import-offers", 1, TimeSpan.FromMinutes(1)),
        new("stock-import-status", 1, TimeSpan.FromSeconds(15)),
        new("price-import-status", 1, TimeSpan.FromMinutes(1)),
        new("offer-import-status", 1, TimeSpan.FromMinutes(1)),
    ];

    // Operators hand out addresses with and without /api at their end.
    private static Uri WithoutApi(Uri address)
    {
        var text = address.AbsoluteUri.TrimEnd('/');
        return new Uri((text.EndsWith("/api", StringComparison.OrdinalIgnoreCase) ? text[..^4] : text) + "/");
    }
}
