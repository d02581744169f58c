using System.Diagnostics.CodeAnalysis;
using Commerce.Payments;
using Commerce.Payments.Accounting;
using Commerce.Payments.Payouts;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the books of payments and payouts.</summary>
public static class PaymentManagerServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="PaymentManager"/> over every gateway account that is registered. Its books are in the process unless an
    /// <see cref="IPaymentStore"/> and its <see cref="ILedger"/> are registered before. May be called twice.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets limits and approvals.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddPaymentManager(this IServiceCollection services, Action<PaymentManagerOptions>? configure = null)
    {
        AddBooks(services);
        services.AddOptions<PaymentManagerOptions>().Configure(configure ?? (static _ => { }));
        services.TryAddSingleton<IPaymentStore>(static provider => new InMemoryPaymentStore(provider.GetRequiredService<InMemoryLedger>()));
        services.TryAddSingleton(static provider =>
        {
            // The store in the process has its own ledger, whatever other books there are.
            var store = provider.GetRequiredService<IPaymentStore>();
            return new PaymentManager(
                provider.GetKeyedServices<IPaymentGateway>(KeyedService.AnyKey),
                store,
                store is InMemoryPaymentStore memory ? memory.Ledger : provider.GetRequiredService<ILedger>(),
                provider.GetRequiredService<IOptions<PaymentManagerOptions>>(),
                provider.GetRequiredService<TimeProvider>());
        });
        return services;
    }

    /// <summary>
    /// Adds <see cref="PayoutEngine"/>. Its books are in the process unless an <see cref="IPayoutStore"/> and its <see cref="ILedger"/> are registered
    /// before. May be called twice.
    /// </summary>
    /// <typeparam name="TMerchants">Tells about merchants.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets terms, schedule and limits.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddPayoutEngine<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMerchants>(
        this IServiceCollection services, Action<PayoutOptions>? configure = null)
        where TMerchants : class, IPayoutMerchants
    {
        AddBooks(services);
        services.AddOptions<PayoutOptions>().Configure(configure ?? (static _ => { }));
        services.TryAddSingleton<IPayoutStore>(static provider => new InMemoryPayoutStore(provider.GetRequiredService<InMemoryLedger>()));
        services.TryAddSingleton<IPayoutMerchants, TMerchants>();
        services.TryAddSingleton(static provider => new PayoutEngine(
            provider.GetKeyedServices<IPaymentGateway>(KeyedService.AnyKey),
            provider.GetRequiredService<IPayoutStore>(),
            provider.GetRequiredService<ILedger>(),
            provider.GetRequiredService<IPayoutMerchants>(),
            provider.GetRequiredService<IOptions<PayoutOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddBooks(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<InMemoryLedger>();
        services.TryAddSingleton<ILedger>(static provider => provider.GetRequiredService<InMemoryLedger>());
    }
}
