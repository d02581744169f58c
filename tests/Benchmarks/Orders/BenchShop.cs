using System.Globalization;
using Commerce.Agents;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Marketplaces;
using Commerce.Payments;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Benchmarks.Orders;

/// <summary>A shop of all agents, in memory or on PostgreSQL; only the vendors beyond the network are fakes.</summary>
internal sealed class BenchShop : IAsyncDisposable
{
    internal const string Account = "bricomarkt";
    internal const int Units = 10_000_000;

    private const int Products = 50;

    internal static readonly Sku[] Skus = [.. Enumerable.Range(1, Products).Select(static i => new Sku(string.Create(CultureInfo.InvariantCulture, $"LAMP-{i:D2}")))];

    private readonly IHost _host;

    private BenchShop(IHost host, Vendors vendors, OrderProbe probe)
    {
        _host = host;
        Vendors = vendors;
        Probe = probe;
        Publisher = host.Services.GetRequiredService<IMessagePublisher>();
        Operations = host.Services.GetRequiredService<IAgentOperations>();
        States = host.Services.GetRequiredService<IAgentStates>();
    }

    internal Vendors Vendors { get; }

    internal OrderProbe Probe { get; }

    internal IMessagePublisher Publisher { get; }

    internal IAgentOperations Operations { get; }

    internal IAgentStates States { get; }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    /// <summary>Opens a shop with plenty of every product.</summary>
    internal static async Task<BenchShop> OpenAsync(string? database)
    {
        var (vendors, probe) = (new Vendors(TimeProvider.System), new OrderProbe());
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IRuntimeProbe>(probe);
        vendors.AddTo(builder.Services);
        builder.Services.AddCommerceAgents(agents =>
        {
            AddAgents(agents);
            if (database is not null)
            {
                agents.UsePostgreSql(options => options.ConnectionString = database);
            }
        });
        var shop = new BenchShop(builder.Build(), vendors, probe);
        await shop._host.StartAsync();
        await Task.WhenAll(Skus.Select(sku => shop.Publisher.AskAsync<Answer>(new ReceiveStock(sku, Units, "opening"))));
        await shop.Operations.DrainAsync();
        return shop;
    }

    internal static void AddAgents(AgentsBuilder agents) => agents
        .AddOrders()
        .AddInventory()
        .AddPayments()
        .AddNotifications()
        .AddShipping(shipping => shipping.Sender = Party("Lampes du Nord", "59000", "Lille"))
        .AddMarketplaces(marketplaces =>
        {
            marketplaces.Accounts.Add(Account);
            marketplaces.CarrierCodes.Set(CarrierCode.Chronopost, "CHRONO").Set(CarrierCode.Ups, "UPS");
        });

    /// <summary>Two products for a buyer of its own; no two orders are alike, so that none is held as a repetition.</summary>
    internal static OrderDraft Draft(int number) => new()
    {
        Customer = string.Create(CultureInfo.InvariantCulture, $"buyer-{number}"),
        Items = Lines(number).ToDictionary(static line => line.Sku, static line => line.Quantity),
        ShipTo = Party("Zoé Martin", "69002", "Lyon", "zoe@example.com"),
        PaymentMethod = new PaymentMethodToken("pm_card_visa"),
    };

    internal static IReadOnlyList<(Sku Sku, int Quantity)> Lines(int number)
    {
        var first = number % Products;
        return [(Skus[first], 1 + (number % 2)), (Skus[(first + 1 + (number / Products % (Products - 1))) % Products], 1)];
    }

    internal static Party Party(string name, string postalCode, string city, string? email = null) => new()
    {
        Contact = new Contact { Name = name, Email = email is null ? null : EmailAddress.Parse(email) },
        Address = new Address { Line1 = "12 rue des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };

    internal static IProductCatalog Catalog() => new ProductList(Skus.Select(static (sku, i) => new ProductInfo(
        sku, $"Lamp {sku}", Money.Eur(19.90m + i), Weight.FromKilograms(1.2m), new Dimensions(30, 20, 15))));
}

/// <summary>What is beyond the network: two carriers, a payment gateway and a marketplace.</summary>
internal sealed class Vendors(TimeProvider clock)
{
    internal FakeCarrier Best { get; } = new(CarrierCode.Chronopost, "chronopost", clock);

    internal FakeCarrier Next { get; } = new(CarrierCode.Ups, "ups", clock);

    internal FakePaymentGateway Gateway { get; } = new("stripe", clock);

    internal FakeMarketplace Marketplace { get; } = new(MarketplaceCode.Mirakl, BenchShop.Account, clock);

    internal IReadOnlyList<ShipmentRequest> Labels => [.. Best.Purchases, .. Next.Purchases];

    /// <summary>Registers the vendors, with others in the place of the best carrier and of the gateway where a run makes trouble there.</summary>
    internal void AddTo(IServiceCollection services, ICarrierClient? best = null, IPaymentGateway? gateway = null) => services
        .AddSingleton(BenchShop.Catalog())
        .AddKeyedSingleton<ICarrierClient>("chronopost", best ?? Best)
        .AddKeyedSingleton<ICarrierClient>("ups", Next)
        .AddKeyedSingleton<IPaymentGateway>("stripe", gateway ?? Gateway)
        .AddKeyedSingleton<IMarketplaceClient>(BenchShop.Account, Marketplace);
}
