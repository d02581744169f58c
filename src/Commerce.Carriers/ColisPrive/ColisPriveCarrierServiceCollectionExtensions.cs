using System.Net;
using Commerce.Carriers;
using Commerce.Carriers.ColisPrive;
using Commerce.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Colis Privé accounts.</summary>
public static class ColisPriveCarrierServiceCollectionExtensions
{
    /// <summary>Adds a Colis Privé account as a keyed <see cref="ICarrierClient"/>, which also is an <see cref="IColisPriveCarrierClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The account's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddColisPriveCarrier(
        this IServiceCollection services, Action<ColisPriveCarrierOptions> configure, string name = "colis_prive") =>
        services.AddVendorClient<ICarrierClient, ColisPriveCarrierOptions, ColisPriveCarrierOptionsValidator>(
            "colis_prive",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "colis_prive",
                BaseAddress = options.BaseAddress ?? ColisPriveCarrierOptions.ProductionAddress,
                Options = options,
                Errors = ColisPriveErrors.Read,
                ShouldRetry = static response => response.StatusCode == HttpStatusCode.InternalServerError
                    && response.Content.Headers.ContentType?.MediaType is "text/xml" or "application/soap+xml" ? false : null,
                Secrets = [options.UserName, options.Password, options.AccountId],
            },
            static (channel, options, _) => new ColisPriveCarrierClient(channel, options));
}
