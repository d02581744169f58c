using Commerce.Carriers;
using Commerce.Carriers.Packing;
using Commerce.Carriers.Tariffs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the carrier manager.</summary>
public static class CarrierManagerServiceCollectionExtensions
{
    /// <summary>Adds <see cref="CarrierManager"/> over every carrier that is registered, with price lists, delivery history and packing. May be called twice.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the deadline and the weights.</param>
    /// <returns>The services. Price lists are in memory unless an <see cref="ITariffStore"/> is registered before.</returns>
    public static IServiceCollection AddCarrierManager(this IServiceCollection services, Action<CarrierManagerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<CarrierManagerOptions>().Configure(configure ?? (static _ => { }));
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITariffStore, InMemoryTariffStore>();
        services.TryAddSingleton<TariffManager>();
        services.TryAddSingleton<DeliveryHistory>();
        services.TryAddSingleton<CarrierHealth>();
        services.TryAddSingleton<ICartonizer, Cartonizer>();
        services.TryAddSingleton(static provider => new CarrierManager(
            provider.GetKeyedServices<ICarrierClient>(KeyedService.AnyKey),
            provider.GetRequiredService<TariffManager>(),
            provider.GetRequiredService<DeliveryHistory>(),
            provider.GetRequiredService<CarrierHealth>(),
            provider.GetRequiredService<IOptions<CarrierManagerOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CarrierManager>>()));
        return services;
    }
}
