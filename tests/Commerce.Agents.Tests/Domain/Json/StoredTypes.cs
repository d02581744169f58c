using System.Reflection;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Monitoring;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Pricing;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Marketplaces;
using Commerce.Payments.Payouts;

namespace Commerce.Agents.Tests.Domain.Json;

/// <summary>Everything that the domain's agents store or send.</summary>
internal static class StoredTypes
{
    /// <summary>What handlers give to <see cref="AgentContext.OnceAsync"/>.</summary>
    internal static readonly Type[] Outcomes =
    [
        typeof(RateResult), typeof(LabelPurchase), typeof(PaymentAnswer), typeof(RefundAnswer), typeof(DecisionAnswer), typeof(OfferBatch), typeof(StockPush), typeof(PricePush),
        typeof(NetworkVerdict), typeof(VatNumberCheck), typeof(MarketplaceCancellation),
        typeof(SettlementAnswer), typeof(PayoutRun),
        typeof(LabelVoid), typeof(ManifestOutcome), typeof(TariffReport), typeof(TariffActivation),
        typeof(NotificationReceipt),
    ];

    /// <summary>What handlers reply.</summary>
    internal static readonly Type[] Replies =
    [
        typeof(OrderReceipt), typeof(Answer), typeof(CodeAnswer), typeof(PromotionReport),
        typeof(WarehouseSelectionAnswer), typeof(WarehouseMetricsAnswer), typeof(SupplierRankingAnswer), typeof(SupplierPerformanceAnswer),
        typeof(ValuationAnswer), typeof(AssessmentAnswer), typeof(CustomerRisk), typeof(TaxAnswer), typeof(TaxIdAnswer), typeof(TaxReportAnswer),
        typeof(SyncHistory), typeof(ListingHealth), typeof(PayoutRunAnswer), typeof(MerchantStatement),
        typeof(LabelAnswer), typeof(TariffAnswer),
        typeof(ProductAnswer), typeof(ImportAnswer), typeof(VariantsAnswer), typeof(MonitoringOverview), typeof(AlertPage),
        typeof(TemplatePreview), typeof(NotificationHistory),
    ];

    internal static readonly Assembly Domain = typeof(OrderAgent).Assembly;

    internal static IEnumerable<Type> Messages => Domain.GetExportedTypes().Where(type => typeof(IMessage).IsAssignableFrom(type));

    internal static IEnumerable<Type> States => Domain.GetTypes()
        .SelectMany(type => type.GetInterfaces())
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IHandle<,>))
        .Select(type => type.GetGenericArguments()[1])
        .Distinct();

    internal static IEnumerable<Type> Entities => Domain.GetExportedTypes().Where(type => typeof(IEntity).IsAssignableFrom(type));

    internal static IEnumerable<Type> All => [.. Messages, .. States, .. Entities, .. Outcomes, .. Replies];

    /// <summary>Reads the outcomes from the compiled calls: the table of generic methods that the assembly calls has them all.</summary>
    internal static IEnumerable<Type> CompiledOutcomes()
    {
        const int firstCall = 0x2B000001;
        for (var call = firstCall; ; call++)
        {
            MethodBase? method;
            try
            {
                method = Domain.ManifestModule.ResolveMethod(call);
            }
            catch (ArgumentOutOfRangeException)
            {
                yield break;
            }
            catch (ArgumentException)
            {
                // A call within a generic method or type: no handler is one.
                continue;
            }
            catch (BadImageFormatException)
            {
                continue;
            }

            if (method?.Name == nameof(AgentContext.OnceAsync))
            {
                yield return method.GetGenericArguments()[0];
            }
        }
    }
}
