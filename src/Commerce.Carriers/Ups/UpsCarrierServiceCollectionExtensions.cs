using Commerce.Carriers;
using Commerce.Carriers.Ups;
using Commerce.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers UPS accounts.</summary>
public static class UpsCarrierServiceCollectionExtensions
{
    /// <summary>Adds a UPS account as a keyed <see cref="ICarrierClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The account's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddUpsCarrier(
        this IServiceCollection services, Action<UpsCarrierOptions> configure, string name = "ups") =>
        services.AddVendorClient<ICarrierClient, UpsCarrierOptions, UpsCarrierOptionsValidator>(
            "ups",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "ups",
                BaseAddress = options.BaseAddress ?? UpsCarrierOptions.ProductionAddress,
                Options = options,
                Authenticator = channel => new BearerAuthenticator(
                    new TokenCache(cancellationToken => UpsTokens.FetchAsync(channel, options, cancellationToken), channel.Clock)),
                Errors = UpsErrors.Read,
                Secrets = [options.ClientSecret, options.AccountNumber],
                Headers = new Dictionary<string, string> { ["transactionSrc"] = "commerce-sdk" },
            },
            static (channel, options, _) => new UpsCarrierClient(channel, options));
}
