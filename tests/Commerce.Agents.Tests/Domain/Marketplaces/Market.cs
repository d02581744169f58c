using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Pricing;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Marketplaces;
using Commerce.Payments;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

/// <summary>A shop that sells on several marketplaces.</summary>
internal sealed class Market : IAsyncDisposable
{
    internal const string One = "mirakl";

    internal static readonly MarketplaceCode[] Six =
    [
        MarketplaceCode.Cdiscount, MarketplaceCode.BackMarket, MarketplaceCode.Refurbed, MarketplaceCode.Mirakl, MarketplaceCode.Amazon, MarketplaceCode.Ebay,
    ];

    private readonly List<ProductInfo> _products;

    private Market(AgentTestHost host, FakeCarrier carrier, Dictionary<string, TestMarketplace> accounts, List<ProductInfo> products)
    {
        Host = host;
        Carrier = carrier;
        Accounts = accounts;
        _products = products;
    }

    internal AgentTestHost Host { get; }

    internal FakeCarrier Carrier { get; }

    internal IReadOnlyDictionary<string, TestMarketplace> Accounts { get; }

    internal TestMarketplace Only => Accounts[One];

    internal DateTimeOffset Now => Host.Clock.GetUtcNow();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static async Task<Market> OpenAsync(
        IReadOnlyList<MarketplaceCode>? marketplaces = null, int lamps = 100, Action<MarketplacesOptions>? configure = null, bool isPlain = false)
    {
        var clock = new FakeClock();
        var carrier = new FakeCarrier(CarrierCode.Chronopost, "chronopost", clock);
        var accounts = (marketplaces ?? [MarketplaceCode.Mirakl]).ToDictionary(code => code.Value, code => new TestMarketplace(new FakeMarketplace(code, code.Value, clock)));
        var products = new List<ProductInfo>
        {
            new(Shop.Lamp, "Lamp", Money.Eur(29.90m), Weight.FromKilograms(1.2m), new Dimensions(30, 20, 15), "Home & Garden"),
            new(Shop.Vase, "Vase", Money.Eur(49.99m), Weight.FromKilograms(2.5m), null, "Accessories"),
        };
        var catalog = new ListedProducts(products);
        var host = await AgentTestHost.StartAsync(
            agents => agents
                .AddOrders()
                .AddInventory()
                .AddPayments()
                .AddPrices()
                .AddNotifications()
                .AddShipping(shipping => shipping.Sender = Shop.Party("Lampes du Nord", "59000", "Lille"))
                .AddMarketplaces(options =>
                {
                    foreach (var account in accounts.Keys)
                    {
                        options.Accounts.Add(account);
                    }

                    configure?.Invoke(options);
                }),
            services =>
            {
                services.AddSingleton<IProductCatalog>(catalog);
                services.AddKeyedSingleton<ICarrierClient>("chronopost", carrier);
                services.AddKeyedSingleton<IPaymentGateway>("stripe", new FakePaymentGateway("stripe", clock));
                foreach (var (name, account) in accounts)
                {
                    services.AddKeyedSingleton<IMarketplaceClient>(name, isPlain ? account.Inner : account);
                }
            },
            clock);
        await host.SendAsync(new ReceiveStock(Shop.Lamp, lamps, "opening"));
        await host.SettleAsync();
        return new Market(host, carrier, accounts, products);
    }

    /// <summary>An order of two lamps that waits to be accepted, with the commission of the table.</summary>
    internal MarketplaceOrder Order(string id = "A-1", Sku? sku = null, decimal commission = 8.97m, string account = One)
    {
        var order = Shop.MarketplaceOrder(Now, sku);
        return order with
        {
            Id = new MarketplaceOrderId(id),
            Marketplace = new MarketplaceCode(account),
            Lines = [order.Lines[0] with { Id = new MarketplaceOrderLineId($"{id}-1") }],
            Amounts = order.Amounts! with { Commission = Money.Eur(commission) },
        };
    }

    internal void AddProduct(Sku sku) => _products.Add(new(sku, "New", Money.Eur(10), Weight.FromKilograms(1)));

    internal async Task SyncAsync()
    {
        foreach (var account in Accounts.Keys)
        {
            await Host.SendAsync(new SyncMarketplace(account));
        }

        await Host.SettleAsync();
    }

    internal async Task<MarketplaceOrderRecord> RecordAsync(string id = "A-1", string account = One) =>
        (await Repository<MarketplaceOrderRecord>().FindAsync(OrderKeys.From(account, id).Value))!.Value;

    internal async Task<Order> OrderAsync(string id = "A-1", string account = One) =>
        await Host.StateAsync<Order>(OrdersAgentsBuilderExtensions.OrderAgentName, OrderKeys.From(account, id).ToString());

    internal IRepository<T> Repository<T>()
        where T : class, IEntity => Host.Services.GetRequiredService<IRepository<T>>();

    /// <summary>Brings the only order to the carrier.</summary>
    internal async Task ShipAsync(string id = "A-1", string account = One)
    {
        await Host.AdvanceAsync(TimeSpan.FromMinutes(6));
        Carrier.Move((await OrderAsync(id, account)).TrackingNumber!.Value, TrackingStatus.PickedUp);
        await Host.AdvanceAsync(TimeSpan.FromHours(2));
    }

    private sealed class ListedProducts(List<ProductInfo> products) : IProductCatalog
    {
        public ProductInfo? Find(Sku sku) => products.Find(product => product.Sku == sku);
    }
}
