using Commerce.Carriers;
using Commerce.Carriers.Chronopost;
using Commerce.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Chronopost contracts.</summary>
public static class ChronopostCarrierServiceCollectionExtensions
{
    /// <summary>Adds a Chronopost contract as a keyed <see cref="ICarrierClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <param name="name">The contract's name, the key of the client.</param>
    /// <returns>The builder of the named <see cref="HttpClient"/>.</returns>
    public static IHttpClientBuilder AddChronopostCarrier(
        this IServiceCollection services, Action<ChronopostCarrierOptions> configure, string name = "chronopost") =>
        services.AddVendorClient<ICarrierClient, ChronopostCarrierOptions, ChronopostCarrierOptionsValidator>(
            "chronopost",
            name,
            configure,
            static options => new VendorProfile
            {
                Vendor = "chronopost",
                BaseAddress = options.BaseAddress ?? ChronopostCarrierOptions.ProductionAddress,
                Options = options,
                Errors = ChronopostErrors.Read,
                Secrets = [options.AccountNumber, options.Password],
            },
            static (channel, options, _) => new ChronopostCarrierClient(channel, options));
}
