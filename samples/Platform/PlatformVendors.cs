namespace Commerce.Samples.Platform;

/// <summary>Registers the vendors: the gateway, and whichever of six carriers and six marketplaces the configuration has a section for.</summary>
internal static class PlatformVendors
{
    /// <summary>Registers them under the names of their accounts.</summary>
    /// <returns>The names of the marketplace accounts.</returns>
    internal static IReadOnlyList<string> AddVendors(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStripePayments(options => configuration.GetSection("Stripe").Bind(options));
        Add("Chronopost", section => services.AddChronopostCarrier(options => section.Bind(options)));
        Add("Colissimo", section => services.AddColissimoCarrier(options => section.Bind(options)));
        Add("ColisPrive", section => services.AddColisPriveCarrier(options => section.Bind(options)));
        Add("Dpd", section => services.AddDpdCarrier(options => section.Bind(options)));
        Add("FedEx", section => services.AddFedExCarrier(options => section.Bind(options)));
        Add("Ups", section => services.AddUpsCarrier(options => section.Bind(options)));

        var accounts = new List<string>();
        Sell("Amazon", "amazon", (section, name) => services.AddAmazonMarketplace(options => section.Bind(options), name));
        Sell("BackMarket", "backmarket", (section, name) => services.AddBackMarketMarketplace(options => section.Bind(options), name));
        Sell("Cdiscount", "cdiscount", (section, name) => services.AddCdiscountMarketplace(options => section.Bind(options), name));
        Sell("Ebay", "ebay", (section, name) => services.AddEbayMarketplace(options => section.Bind(options), name));
        Sell("Mirakl", PlatformServices.Marketplace, (section, name) => services.AddMiraklMarketplace(options => section.Bind(options), name));
        Sell("Refurbed", PlatformServices.Refurbed, (section, name) => services.AddRefurbedMarketplace(options => section.Bind(options), name));
        return accounts;

        void Add(string vendor, Action<IConfigurationSection> register)
        {
            if (configuration.GetSection(vendor) is var section && section.Exists())
            {
                register(section);
            }
        }

        void Sell(string vendor, string account, Action<IConfigurationSection, string> register) => Add(vendor, section =>
        {
            register(section, account);
            accounts.Add(account);
        });
    }
}
