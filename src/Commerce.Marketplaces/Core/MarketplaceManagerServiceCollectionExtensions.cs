using System.Diagnostics.CodeAnalysis;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Publishing;
using Commerce.Marketplaces.Sync;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the marketplace manager and what works on it.</summary>
public static class MarketplaceManagerServiceCollectionExtensions
{
    /// <summary>Adds <see cref="MarketplaceManager"/> over every marketplace account that is registered. May be called twice.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets deadlines and carriers.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMarketplaceManager(this IServiceCollection services, Action<MarketplaceManagerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<MarketplaceManagerOptions>().Configure(configure ?? (static _ => { }));
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static provider => new MarketplaceManager(
            provider.GetKeyedServices<IMarketplaceClient>(KeyedService.AnyKey),
            provider.GetRequiredService<IOptions<MarketplaceManagerOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<MarketplaceManager>>()));
        return services;
    }

    /// <summary>
    /// Adds <see cref="OrderSync"/>, which runs as long as the host runs. Its memory is in the process unless an <see cref="IOrderSyncStore"/> is
    /// registered before.
    /// </summary>
    /// <typeparam name="THandler">The seller's side.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets windows and limits.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddOrderSync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, Action<OrderSyncOptions>? configure = null)
        where THandler : class, IOrderSyncHandler
    {
        services.AddMarketplaceManager();
        services.AddOptions<OrderSyncOptions>().Configure(configure ?? (static _ => { }))
            .Validate<MarketplaceManager>(
                static (options, manager) => options.Accounts.All(account => manager.Accounts.Any(client => client.Account == account)),
                "OrderSyncOptions.Accounts names an account that is not registered: register it, or leave it out.")
            .ValidateOnStart();
        services.TryAddSingleton<IOrderSyncStore, InMemoryOrderSyncStore>();
        services.TryAddSingleton<IOrderSyncHandler, THandler>();
        services.TryAddSingleton<OrderSync>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OrderSyncService>());
        return services;
    }

    /// <summary>
    /// Adds <see cref="OfferPublisher"/>, which runs as long as the host runs. Its memory is in the process unless an <see cref="IOfferStore"/> is
    /// registered before.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets buffers and limits.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddOfferPublisher(this IServiceCollection services, Action<OfferPublisherOptions>? configure = null)
    {
        services.AddMarketplaceManager();
        services.AddOptions<OfferPublisherOptions>().Configure(configure ?? (static _ => { }));
        services.TryAddSingleton<IOfferStore, InMemoryOfferStore>();
        services.TryAddSingleton<OfferPublisher>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OfferPublisherService>());
        return services;
    }
}
