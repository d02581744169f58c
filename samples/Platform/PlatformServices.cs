using Commerce.Agents;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Marketplaces;

namespace Commerce.Samples.Platform;

/// <summary>Composes everything: the vendors of the configuration and the agents. This is the file to copy.</summary>
internal static class PlatformServices
{
    internal const string Marketplace = "bricomarkt";
    internal const string Refurbed = "refurbed";

    internal static IServiceCollection AddPlatform(
        this IServiceCollection services, IConfiguration configuration, string folder, TimeProvider clock, Action<AgentsBuilder>? more = null)
    {
        var accounts = services.AddVendors(configuration);
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
                        foreach (var account in accounts)
                        {
                            marketplaces.Accounts.Add(account);
                            NameCarriers(marketplaces.CarrierCodes, account);
                        }
                    });
            more?.Invoke(agents);
        });
        return services.AddHostedService<MarketplacePolling>();
    }

    /// <summary>Amazon's and eBay's words are built in, and Back Market and Cdiscount take names; these two have lists of their own.</summary>
    private static void NameCarriers(CarrierCodes codes, string account)
    {
        switch (account)
        {
            case Marketplace:
                codes.Set(account, CarrierCode.Ups, "UPS").Set(account, CarrierCode.Chronopost, "CHRONO");
                break;
            case Refurbed:
                codes.Set(account, CarrierCode.Colissimo, "colissimo").Set(account, CarrierCode.Ups, "ups");
                foreach (var parcel in (CarrierCode[])[CarrierCode.Chronopost, CarrierCode.ColisPrive, CarrierCode.Dpd, CarrierCode.FedEx])
                {
                    // It knows none of them: the number is told as its only other carrier's, with the true carrier's page.
                    codes.Set(account, parcel, "dpd-at");
                }

                break;
        }
    }
}
