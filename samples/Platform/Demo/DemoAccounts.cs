using System.Globalization;
using Commerce.Testing.Sandbox;

namespace Commerce.Samples.Platform.Demo;

/// <summary>The accounts with the vendors of the sandbox, as configuration.</summary>
internal static class DemoAccounts
{
    /// <summary>Configures accounts with the named vendors; with all when none is named.</summary>
    internal static Dictionary<string, string?> Of(SandboxHost sandbox, params string[] vendors)
    {
        LetTokensLive(sandbox);
        foreach (var marketplace in sandbox.Vendors.OfType<MarketplaceSandbox>())
        {
            // The vendors' limits count real minutes; the demo's minutes are short.
            marketplace.Limit(1_000_000, TimeSpan.FromSeconds(1));
        }

        return All(sandbox)
            .Where(entry => vendors.Length == 0 || vendors.Contains(entry.Vendor))
            .SelectMany(static entry => entry.Values, static (entry, value) => ($"{entry.Section}:{value.Key}", value.Value))
            .Append(($"ApiKeys:{DemoShopper.Tenant}", DemoShopper.ApiKey))
            .ToDictionary(static setting => setting.Item1, static setting => (string?)setting.Item2);
    }

    /// <summary>The name of the account with a marketplace.</summary>
    internal static string AccountOf(MarketplaceSandbox marketplace) => marketplace is MiraklSandbox ? PlatformServices.Marketplace : marketplace.Name;

    /// <summary>Clients count the lives of tokens in real time, and a day takes 24 seconds here.</summary>
    private static void LetTokensLive(SandboxHost sandbox)
    {
        var week = TimeSpan.FromDays(7);
        sandbox.Get<AmazonSandbox>().TokenLifetime = week;
        sandbox.Get<CdiscountSandbox>().TokenLifetime = week;
        sandbox.Get<DpdSandbox>().TokenLifetime = week;
        sandbox.Get<EbaySandbox>().TokenLifetime = week;
        sandbox.Get<FedExSandbox>().TokenLifetime = week;
        sandbox.Get<UpsSandbox>().TokenLifetime = week;
    }

    private static IEnumerable<(string Vendor, string Section, Dictionary<string, string> Values)> All(SandboxHost sandbox) =>
        [Stripe(sandbox), .. Carriers(sandbox), .. Marketplaces(sandbox)];

    private static (string Vendor, string Section, Dictionary<string, string> Values) Stripe(SandboxHost sandbox) =>
        ("stripe", "Stripe", new() { ["BaseAddress"] = Address(sandbox, "stripe"), ["SecretKey"] = sandbox.Get<StripeSandbox>().SecretKey });

    private static IEnumerable<(string Vendor, string Section, Dictionary<string, string> Values)> Carriers(SandboxHost sandbox)
    {
        var chronopost = sandbox.Get<ChronopostSandbox>();
        yield return ("chronopost", "Chronopost", new()
        {
            ["BaseAddress"] = Address(sandbox, "chronopost"), ["AccountNumber"] = chronopost.AccountNumber, ["Password"] = chronopost.Password,
        });
        yield return ("colissimo", "Colissimo", new() { ["BaseAddress"] = Address(sandbox, "colissimo"), ["ApiKey"] = sandbox.Get<ColissimoSandbox>().ApiKey });
        var colisPrive = sandbox.Get<ColisPriveSandbox>();
        yield return ("colis_prive", "ColisPrive", new()
        {
            ["BaseAddress"] = Address(sandbox, "colis_prive"),
            ["UserName"] = colisPrive.UserName,
            ["Password"] = colisPrive.Password,
            ["CustomerCode"] = colisPrive.CustomerCode,
            ["AccountId"] = colisPrive.AccountId,
        });
        var dpd = sandbox.Get<DpdSandbox>();
        yield return ("dpd", "Dpd", new()
        {
            ["BaseAddress"] = Address(sandbox, "dpd"),
            ["ShipperAddress"] = Address(sandbox, "dpd"),
            ["BusinessUnit"] = dpd.BusinessUnit,
            ["Login"] = dpd.Login,
            ["Password"] = dpd.Password,
            ["AccountNumber"] = dpd.AccountNumber,
            ["WebTraceAddress"] = Address(sandbox, "dpd", "webtrace_service.asmx"),
            ["WebTracePassword"] = dpd.Password,
            ["FranceCenterNumber"] = dpd.CenterNumber.ToString(CultureInfo.InvariantCulture),
            ["FranceCustomerNumber"] = int.Parse(dpd.AccountNumber, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        });
        var fedEx = sandbox.Get<FedExSandbox>();
        yield return ("fedex", "FedEx", new()
        {
            ["BaseAddress"] = Address(sandbox, "fedex"), ["ClientId"] = fedEx.ClientId, ["ClientSecret"] = fedEx.ClientSecret, ["AccountNumber"] = fedEx.AccountNumber,
        });
        var ups = sandbox.Get<UpsSandbox>();
        yield return ("ups", "Ups", new()
        {
            ["BaseAddress"] = Address(sandbox, "ups"), ["ClientId"] = ups.ClientId, ["ClientSecret"] = ups.ClientSecret, ["AccountNumber"] = ups.AccountNumber,
        });
    }

    private static IEnumerable<(string Vendor, string Section, Dictionary<string, string> Values)> Marketplaces(SandboxHost sandbox)
    {
        var amazon = sandbox.Get<AmazonSandbox>();
        yield return ("amazon", "Amazon", new()
        {
            ["BaseAddress"] = Address(sandbox, "amazon"),
            ["TokenAddress"] = Address(sandbox, "amazon", "auth/o2/token"),
            ["ClientId"] = amazon.ClientId,
            ["ClientSecret"] = amazon.ClientSecret,
            ["RefreshToken"] = amazon.RefreshToken,
            ["SellerId"] = amazon.SellerId,
            ["MarketplaceIds:0"] = amazon.MarketplaceId,
            ["KeepCallRates"] = "false",
        });
        yield return ("backmarket", "BackMarket", new()
        {
            ["BaseAddress"] = Address(sandbox, "backmarket"),
            ["Token"] = sandbox.Get<BackMarketSandbox>().Token,
            ["Market"] = "fr-fr",
            ["CompanyName"] = "Acme",
            ["ContactEmail"] = "tech@example.com",
            ["KeepCallFrequencies"] = "false",
        });
        var cdiscount = sandbox.Get<CdiscountSandbox>();
        yield return ("cdiscount", "Cdiscount", new()
        {
            ["BaseAddress"] = Address(sandbox, "cdiscount", "seller/v2/"),
            ["TokenAddress"] = Address(sandbox, "cdiscount", "auth/realms/maas/protocol/openid-connect/token"),
            ["ClientId"] = cdiscount.ClientId,
            ["ClientSecret"] = cdiscount.ClientSecret,
            ["SellerId"] = cdiscount.SellerId,
        });
        var ebay = sandbox.Get<EbaySandbox>();
        yield return ("ebay", "Ebay", new()
        {
            ["BaseAddress"] = Address(sandbox, "ebay"),
            ["ClientId"] = ebay.ClientId,
            ["ClientSecret"] = ebay.ClientSecret,
            ["RefreshToken"] = "ebay-sandbox-refresh-token",
            ["MarketplaceId"] = "EBAY_FR",
        });
        yield return ("mirakl", "Mirakl", new()
        {
            ["BaseAddress"] = Address(sandbox, "mirakl", "api/"), ["ApiKey"] = sandbox.Get<MiraklSandbox>().ApiKey, ["KeepCallFrequencies"] = "false",
        });

        // Refurbed takes no parcel without the carrier's page.
        yield return ("refurbed", "Refurbed", new(((string[])["colissimo", "dpd-at", "ups"]).Select(static slug =>
            KeyValuePair.Create($"TrackingUrlTemplates:{slug}", $"https://tracking.example.com/{slug}/{{number}}")))
        {
            ["BaseAddress"] = Address(sandbox, "refurbed"), ["ApiToken"] = sandbox.Get<RefurbedSandbox>().ApiToken, ["CallsPerSecond"] = "100",
        });
    }

    private static string Address(SandboxHost sandbox, string vendor, string path = "") => sandbox.AddressOf(vendor) + path;
}
