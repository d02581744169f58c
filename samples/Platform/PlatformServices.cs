using Commerce.Agents;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;

namespace Commerce.Samples.Platform;

/// <summary>Composes everything: four vendors and the agents. This is the file to copy.</summary>
internal static class PlatformServices
{
    internal const string Marketplace = "bricomarkt";

    internal static IServiceCollection AddPlatform(
        this IServiceCollection services, IConfiguration configuration, string folder, TimeProvider clock, Action<AgentsBuilder>? more = null)
    {
        services.AddUpsCarrier(options => configuration.GetSection("Ups").Bind(options));
        services.AddChronopostCarrier(options => configuration.GetSection("Chronopost").Bind(options));
        services.AddStripePayments(options => configuration.GetSection("Stripe").Bind(options));
        services.AddMiraklMarketplace(options => configuration.GetSection("Mirakl").Bind(options), Marketplace);
        services.AddSingleton<IProductCatalog>(new ProductList(Catalogue.Products));
        services.AddSingleton<ILabelStore>(new FileLabelStore(folder));
        services.AddSingleton<INotificationChannel>(new MailFolder(Path.Combine(folder, MailFolder.Folder)));
        services.AddCommerceAgents(agents =>
        {
            agents
                .UseClock(clock)
                .AddStandardAgents(
                    shipping => shipping.Sender = Catalogue.Warehouse,
                    marketplaces =>
                    {
                        marketplaces.Accounts.Add(Marketplace);
                        marketplaces.CarrierCodes[CarrierCode.Ups] = "UPS";
                        marketplaces.CarrierCodes[CarrierCode.Chronopost] = "CHRONO";
                    });
            more?.Invoke(agents);
        });
        return services.AddHostedService<MarketplacePolling>();
    }
}
