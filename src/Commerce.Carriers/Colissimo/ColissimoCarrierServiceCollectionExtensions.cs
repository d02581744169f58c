using Commerce.Carriers;
using Commerce.Carriers.Colissimo;
using Commerce.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Colissimo contracts.</summary>
public static class ColissimoCarrierServiceCollectionExtensions
{
    /// <summary>Adds a Colissimo contract as a keyed <see cref="ICarrierClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The contract's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddColissimoCarrier(
        this IServiceCollection services, Action<ColissimoCarrierOptions> configure, string name = "colissimo") =>
        services.AddVendorClient<ICarrierClient, ColissimoCarrierOptions, ColissimoCarrierOptionsValidator>(
            "colissimo",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "colissimo",
                BaseAddress = options.BaseAddress ?? ColissimoCarrierOptions.ProductionAddress,
                Options = options,
                Authenticator = _ => new HeaderAuthenticator("apiKey", options.ApiKey),
                Errors = ColissimoErrors.Read,
                Secrets = options.AccountNumber is null ? [options.ApiKey] : [options.ApiKey, options.AccountNumber],
            },
            static (channel, options, _) => new ColissimoCarrierClient(channel, options));
}
