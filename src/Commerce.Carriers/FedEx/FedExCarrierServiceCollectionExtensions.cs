using Commerce.Carriers;
using Commerce.Carriers.FedEx;
using Commerce.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers FedEx accounts.</summary>
public static class FedExCarrierServiceCollectionExtensions
{
    /// <summary>Adds a FedEx account as a keyed <see cref="ICarrierClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The account's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddFedExCarrier(
        this IServiceCollection services, Action<FedExCarrierOptions> configure, string name = "fedex") =>
        services.AddVendorClient<ICarrierClient, FedExCarrierOptions, FedExCarrierOptionsValidator>(
            "fedex",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "fedex",
                BaseAddress = options.BaseAddress ?? FedExCarrierOptions.ProductionAddress,
                Options = options,
                Authenticator = channel => new FedExAuthenticator(channel, options),
                Errors = FedExErrors.Read,
                Secrets = Secrets(options),
            },
            static (channel, options, _) => new FedExCarrierClient(channel, options));

    private static IReadOnlyList<string> Secrets(FedExCarrierOptions options) =>
    [
        .. new[] { options.ClientSecret, options.AccountNumber, options.TrackClientSecret, options.ChildSecret }
            .OfType<string>().Where(static secret => secret.Length > 0),
    ];
}
