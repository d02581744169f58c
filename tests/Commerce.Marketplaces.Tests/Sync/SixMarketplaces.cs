using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Marketplaces.Tests.Sync;

/// <summary>The sandbox's marketplaces, and real clients for all of them.</summary>
internal sealed class SixMarketplaces : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly Uri _address;

    private SixMarketplaces(SandboxHost sandbox, TimeProvider clock, Uri? address) => (Sandbox, _clock, _address) = (sandbox, clock, address ?? sandbox.Address);

    internal SandboxHost Sandbox { get; }

    internal IReadOnlyList<MarketplaceSandbox> Doubles => [.. Sandbox.Vendors.OfType<MarketplaceSandbox>()];

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();

    /// <summary>Starts the sandbox.</summary>
    /// <param name="clock">The clock of the sandbox and of the clients.</param>
    /// <param name="address">The sandbox of another process, which the clients call instead.</param>
    internal static async Task<SixMarketplaces> StartAsync(TimeProvider clock, Uri? address = null)
    {
        var marketplaces = new SixMarketplaces(await SandboxHost.StartAsync(new SandboxOptions { Clock = clock }), clock, address);
        foreach (var marketplace in marketplaces.Doubles)
        {
            marketplace.Limit(1_000_000, TimeSpan.FromSeconds(1));
            marketplace.Offer("LAMP-1", 1_000_000, 29.90m);
            marketplace.Offer("LAMP-2", 1_000_000, 49.99m);
        }

        return marketplaces;
    }

    internal static SandboxOrder Order(int number) => new()
    {
        Lines = number % 3 == 0 ? [("LAMP-1", 1, 29.90m), ("LAMP-2", 2, 49.99m)] : [("LAMP-1", 1 + (number % 2), 29.90m)],
        LastName = $"Buyer {number}",
    };

    /// <summary>Registers one account for each of them, as a process does when it starts.</summary>
    internal ServiceProvider Connect(Func<DelegatingHandler>? edge = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_clock);
        List<IHttpClientBuilder> clients =
        [
            services.AddMiraklMarketplace(options =>
            {
                (options.BaseAddress, options.ApiKey) = (AddressOf("mirakl"), Sandbox.Get<MiraklSandbox>().ApiKey);
                (options.MaxRetries, options.BreakerFailures, options.KeepCallFrequencies) = (0, 1_000, false);
            }),
            services.AddCdiscountMarketplace(options =>
            {
                var octopia = Sandbox.Get<CdiscountSandbox>();
                options.BaseAddress = new Uri(AddressOf("cdiscount"), "seller/v2/");
                options.TokenAddress = new Uri(AddressOf("cdiscount"), "auth/realms/maas/protocol/openid-connect/token");
                (options.ClientId, options.ClientSecret, options.SellerId) = (octopia.ClientId, octopia.ClientSecret, octopia.SellerId);
                (options.MaxRetries, options.BreakerFailures) = (0, 1_000);
            }),
            services.AddAmazonMarketplace(options =>
            {
                var amazon = Sandbox.Get<AmazonSandbox>();
                options.BaseAddress = AddressOf("amazon");
                options.TokenAddress = new Uri(AddressOf("amazon"), "auth/o2/token");
                (options.ClientId, options.ClientSecret, options.RefreshToken, options.SellerId) = (amazon.ClientId, amazon.ClientSecret, amazon.RefreshToken, amazon.SellerId);
                options.MarketplaceIds = [amazon.MarketplaceId];
                (options.MaxRetries, options.BreakerFailures, options.KeepCallRates) = (0, 1_000, false);
            }),
            services.AddEbayMarketplace(options =>
            {
                var ebay = Sandbox.Get<EbaySandbox>();
                options.BaseAddress = AddressOf("ebay");
                (options.ClientId, options.ClientSecret, options.RefreshToken, options.MarketplaceId) = (ebay.ClientId, ebay.ClientSecret, "ebay-sandbox-refresh-token", "EBAY_FR");
                (options.MaxRetries, options.BreakerFailures) = (0, 1_000);
            }),
            services.AddBackMarketMarketplace(options =>
            {
                (options.BaseAddress, options.Token) = (AddressOf("backmarket"), Sandbox.Get<BackMarketSandbox>().Token);
                (options.Market, options.CompanyName, options.ContactEmail) = ("fr-fr", "Acme", "tech@example.com");
                (options.MaxRetries, options.BreakerFailures) = (0, 1_000);
            }),
            services.AddRefurbedMarketplace(options =>
            {
                (options.BaseAddress, options.ApiToken, options.CallsPerSecond) = (AddressOf("refurbed"), Sandbox.Get<RefurbedSandbox>().ApiToken, 100);
                (options.MaxRetries, options.BreakerFailures) = (0, 1_000);
            }),
        ];
        if (edge is not null)
        {
            clients.ForEach(client => client.AddHttpMessageHandler(edge));
        }

        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private Uri AddressOf(string vendor) => new(_address, vendor + "/");
}
