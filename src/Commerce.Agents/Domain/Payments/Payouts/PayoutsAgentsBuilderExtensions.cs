using System.Diagnostics.CodeAnalysis;
using Commerce.Agents.Domain.Orders;
using Commerce.Payments;
using Commerce.Payments.Accounting;
using Commerce.Payments.Payouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Adds payouts to merchants, for shops that sell for others.</summary>
public static class PayoutsAgentsBuilderExtensions
{
    /// <summary>The name of the payout agent; keys are merchants.</summary>
    public const string PayoutAgentName = "payouts";

    /// <summary>
    /// Adds the agents that keep what merchants are owed and pay it out every week. The books are in the agents' store, so that they last as long as it,
    /// unless an <see cref="IPayoutStore"/> and its <see cref="ILedger"/> are registered.
    /// </summary>
    /// <typeparam name="TMerchants">Tells where merchants are paid to.</typeparam>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets terms, day and limits.</param>
    /// <param name="settle">Sets what the platform keeps.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddPayouts<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMerchants>(
        this AgentsBuilder agents, Action<PayoutOptions>? configure = null, Action<MerchantSettlementOptions>? settle = null)
        where TMerchants : class, IPayoutMerchants
    {
        ArgumentNullException.ThrowIfNull(agents);
        agents.Services.TryAddSingleton<EntityLedger>();
        agents.Services.TryAddSingleton<ILedger>(static services => services.GetRequiredService<EntityLedger>());
        agents.Services.TryAddSingleton<IPayoutStore, EntityPayoutStore>();
        agents.Services.TryAddSingleton(Engine);
        agents.Services.AddPayoutEngine<TMerchants>(configure);
        return agents
            .AddOptions<MerchantSettlementOptions, MerchantSettlementOptionsValidator>(settle)
            .AddEntity<MerchantSale>()
            .AddEntity<MerchantFunds>()
            .AddBooks()
            .AddAgent<PayoutAgent, MerchantAccount>(PayoutAgentName, agent => agent
                .Handles<AccrueSale>(message => message.Merchant.ToString())
                .Handles<AccrueRefund>(message => message.Merchant.ToString())
                .Handles<HoldFunds>(message => message.Merchant.ToString())
                .Handles<ReleaseFunds>(message => message.Merchant.ToString())
                .Handles<GetStatement>(message => message.Merchant.ToString())
                .Handles<CheckPayouts>(message => message.Merchant.ToString()))
            .AddAgent<PayoutRunAgent, PayoutRuns>("payout-runs", agent => agent
                .Handles<RunPayouts>(_ => "all")
                .Handles<PlanPayouts>(_ => "all")
                .Handles<ObservePayout>(message => message.Payout.Id.Value))
            .AddAgent<MerchantOrderAgent, MerchantOrder>("payout-orders", agent => agent
                .Handles<MerchantSold>(message => message.OrderId.ToString())
                .Handles<OrderDelivered>(message => message.OrderId.ToString())
                .Handles<DisputeOpened>(message => message.OrderId.ToString())
                .Handles<DisputeResolved>(message => message.OrderId.ToString()))
            .Commands<AccrueSale>().Commands<AccrueRefund>().Commands<HoldFunds>().Commands<ReleaseFunds>().Commands<GetStatement>()
            .Commands<CheckPayouts>().Commands<RunPayouts>().Commands<ObservePayout>().Commands<MerchantSold>()
            .Commands<PlanPayouts>()
            .AddRecurring("payout-plan", "0 * * * *", "UTC", static () => new PlanPayouts());
    }

    private static AgentsBuilder AddBooks(this AgentsBuilder agents) => agents
        .AddEntity<LedgerRecord>(static entity => entity.Index(static entry => entry.Merchant).Index(static entry => entry.Payment))
        .AddEntity<LedgerPayment>()
        .AddEntity<SettlementRecord>(static entity => entity.Index(static line => line.Merchant, static line => line.Payout).Index(static line => line.Order))
        .AddEntity<SettlementParty>()
        .AddEntity<PayoutRecord>(static entity => entity.Index(static payout => payout.IsOpen).Index(static payout => payout.GatewayId));

    /// <summary>Makes the engine with the ledger of its store: another one may be registered for the books of payments.</summary>
    private static PayoutEngine Engine(IServiceProvider services)
    {
        var store = services.GetRequiredService<IPayoutStore>();
        return new PayoutEngine(
            services.GetKeyedServices<IPaymentGateway>(KeyedService.AnyKey),
            store,
            store is EntityPayoutStore books ? books.Ledger : services.GetRequiredService<ILedger>(),
            services.GetRequiredService<IPayoutMerchants>(),
            services.GetRequiredService<IOptions<PayoutOptions>>(),
            services.GetRequiredService<TimeProvider>());
    }
}
