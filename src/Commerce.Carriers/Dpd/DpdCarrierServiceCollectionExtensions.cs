using Commerce.Carriers;
using Commerce.Carriers.Dpd;
using Commerce.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers DPD accounts.</summary>
public static class DpdCarrierServiceCollectionExtensions
{
    /// <summary>Adds a DPD account as a keyed <see cref="ICarrierClient"/>, which is an <see cref="IDpdCarrierClient"/> unless EPrint makes the labels.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The account's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddDpdCarrier(
        this IServiceCollection services, Action<DpdCarrierOptions> configure, string name = "dpd") =>
        services.AddVendorClient<ICarrierClient, DpdCarrierOptions, DpdCarrierOptionsValidator>(
            "dpd",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "dpd",
                BaseAddress = options.BaseAddress ?? DpdCarrierOptions.ProductionAddress,
                Options = options,
                Authenticator = channel => new BearerAuthenticator(
                    new TokenCache(cancellationToken => DpdTokens.FetchAsync(channel, options, cancellationToken), channel.Clock)),
                Errors = DpdErrors.Read,
                ShouldRetry = static response => DpdErrors.IsFault(response) ? false : null,
                IsAnswer = DpdErrors.IsFault,
                Secrets = [.. ((string[])[options.Password, options.ClientSecret, options.EPrintPassword, options.WebTracePassword, options.MyPudoKey, options.ShipperPassword])
                    .Where(static secret => secret.Length > 0)],
            },
            static (channel, options, _) => DpdClients.Create(channel, options));
}
