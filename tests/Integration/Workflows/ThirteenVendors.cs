using Commerce.Agents.Domain.Marketplaces;
using Commerce.Carriers;
using Commerce.Carriers.Tariffs;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Integration.Workflows;

/// <summary>The nine vendors of the sandbox that the sample platform has no account with.</summary>
internal static class ThirteenVendors
{
    private static readonly (CarrierCode Carrier, string Standard)[] PriceLists =
        [(CarrierCode.Colissimo, "DOS"), (CarrierCode.Dpd, "101"), (CarrierCode.ColisPrive, "HOME")];

    internal static void Add(IServiceCollection services, SandboxHost sandbox)
    {
        AddCarriers(services, sandbox);
        AddMarketplaces(services, sandbox);
        string[] accounts = ["cdiscount", "amazon", "ebay", "backmarket", "refurbed"];
        services.Configure<MarketplacesOptions>(options =>
        {
            Array.ForEach(accounts, options.Accounts.Add);
            options.CarrierCodes[CarrierCode.Colissimo] = "COLISSIMO";
        });
        LetTokensLive(sandbox);
        foreach (var marketplace in sandbox.Vendors.OfType<MarketplaceSandbox>())
        {
            marketplace.Limit(1_000_000, TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Gives price lists to the carriers that tell no prices.</summary>
    internal static async Task ActivatePriceListsAsync(IServiceProvider services)
    {
        foreach (var (carrier, standard) in PriceLists)
        {
            var words = new Dictionary<string, TariffService>
            {
                ["standard"] = new(new CarrierService(standard)),
                ["express"] = new(new CarrierService("express"), ServiceLevel.Express),
            };
            var tariff = await SampleTariffs.ReadAsync(carrier, carrier.Value, words);
            tariff = tariff with { Rows = [.. tariff.Rows.Where(row => row.Service.Value == standard)] };
            Xunit.Assert.True(await services.GetRequiredService<ITariffStore>().TryActivateAsync(new TariffVersion(tariff, 1, DateTimeOffset.UnixEpoch)));
        }
    }

    /// <summary>Clients count the lives of tokens in real time, and a day takes 24 seconds here; limits of calls are as short.</summary>
    private static void LetTokensLive(SandboxHost sandbox)
    {
        var week = TimeSpan.FromDays(7);
        sandbox.Get<AmazonSandbox>().TokenLifetime = week;
        sandbox.Get<CdiscountSandbox>().TokenLifetime = week;
        sandbox.Get<EbaySandbox>().TokenLifetime = week;
        sandbox.Get<FedExSandbox>().TokenLifetime = week;
        sandbox.Get<DpdSandbox>().TokenLifetime = week;
    }

    private static void AddCarriers(IServiceCollection services, SandboxHost sandbox)
    {
        services.AddColissimoCarrier(options => (options.BaseAddress, options.ApiKey) = (sandbox.AddressOf("colissimo"), sandbox.Get<ColissimoSandbox>().ApiKey));
        services.AddColisPriveCarrier(options =>
        {
            var vendor = sandbox.Get<ColisPriveSandbox>();
            options.BaseAddress = sandbox.AddressOf("colis_prive");
            (options.UserName, options.Password, options.CustomerCode, options.AccountId) = (vendor.UserName, vendor.Password, vendor.CustomerCode, vendor.AccountId);
        });
        services.AddDpdCarrier(options =>
        {
            var vendor = sandbox.Get<DpdSandbox>();
            options.BaseAddress = options.ShipperAddress = sandbox.AddressOf("dpd");
            (options.BusinessUnit, options.Login, options.Password, options.AccountNumber) = (vendor.BusinessUnit, vendor.Login, vendor.Password, vendor.AccountNumber);
            (options.WebTraceAddress, options.WebTracePassword) = (new Uri(options.BaseAddress, "webtrace_service.asmx"), vendor.Password);
            (options.FranceCenterNumber, options.FranceCustomerNumber) = (vendor.CenterNumber, int.Parse(vendor.AccountNumber, null));
        });
        services.AddFedExCarrier(options =>
        {
            var vendor = sandbox.Get<FedExSandbox>();
            options.BaseAddress = sandbox.AddressOf("fedex");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = (vendor.ClientId, vendor.ClientSecret, vendor.AccountNumber);
        });
    }

    private static void AddMarketplaces(IServiceCollection services, SandboxHost sandbox)
    {
        services.AddCdiscountMarketplace(options =>
        {
            var vendor = sandbox.Get<CdiscountSandbox>();
            options.BaseAddress = new Uri(sandbox.AddressOf("cdiscount"), "seller/v2/");
            options.TokenAddress = new Uri(sandbox.AddressOf("cdiscount"), "auth/realms/maas/protocol/openid-connect/token");
            (options.ClientId, options.ClientSecret, options.SellerId) = (vendor.ClientId, vendor.ClientSecret, vendor.SellerId);
        });
        services.AddAmazonMarketplace(options =>
        {
            var vendor = sandbox.Get<AmazonSandbox>();
            (options.BaseAddress, options.TokenAddress) = (sandbox.AddressOf("amazon"), new Uri(sandbox.AddressOf("amazon"), "auth/o2/token"));
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.SellerId) = (vendor.ClientId, vendor.ClientSecret, vendor.RefreshToken, vendor.SellerId);
            (options.MarketplaceIds, options.KeepCallRates) = ([vendor.MarketplaceId], false);
        });
        services.AddEbayMarketplace(options =>
        {
            var vendor = sandbox.Get<EbaySandbox>();
            options.BaseAddress = sandbox.AddressOf("ebay");
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.MarketplaceId) = (vendor.ClientId, vendor.ClientSecret, "ebay-sandbox-refresh-token", "EBAY_FR");
        });
        services.AddBackMarketMarketplace(options =>
        {
            (options.BaseAddress, options.Token) = (sandbox.AddressOf("backmarket"), sandbox.Get<BackMarketSandbox>().Token);
            (options.Market, options.CompanyName, options.ContactEmail, options.KeepCallFrequencies) = ("fr-fr", "Acme", "tech@example.com", false);
        });
        services.AddRefurbedMarketplace(options =>
        {
            (options.BaseAddress, options.ApiToken, options.CallsPerSecond) = (sandbox.AddressOf("refurbed"), sandbox.Get<RefurbedSandbox>().ApiToken, 100);

            // It takes no parcel without its page, and knows no Chronopost: that is told as its sister's.
            options.CarrierSlugs["CHRONO"] = "dpd-at";
            foreach (var code in (string[])["CHRONO", "COLISSIMO", "UPS"])
            {
                options.TrackingUrlTemplates[code] = $"https://tracking.example.com/{code}/{{number}}";
            }
        });
    }
}
