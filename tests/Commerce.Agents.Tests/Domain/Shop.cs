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

namespace Commerce.Agents.Tests.Domain;

/// <summary>A small shop: all agents, with fakes where the network would be.</summary>
internal sealed class Shop : IAsyncDisposable
{
    internal const string Account = "bricomarkt";

    internal static readonly Sku Lamp = new("LAMP-1");
    internal static readonly Sku Vase = new("VASE-1");

    private static readonly ProductInfo[] Products =
    [
        new(Lamp, "Lamp", Money.Eur(29.90m), Weight.FromKilograms(1.2m), new Dimensions(30, 20, 15)),
        new(Vase, "Vase", Money.Eur(49.99m), Weight.FromKilograms(2.5m)),
    ];

    private Shop(AgentTestHost host, FakeCarrier best, FakeCarrier next, FakePaymentGateway gateway, FakeMarketplace marketplace)
    {
        Host = host;
        Best = best;
        Next = next;
        Gateway = gateway;
        Marketplace = marketplace;
    }

    internal AgentTestHost Host { get; }

    internal FakeCarrier Best { get; }

    internal FakeCarrier Next { get; }

    internal FakePaymentGateway Gateway { get; }

    internal FakeMarketplace Marketplace { get; }

    internal IEnumerable<Notification> Notifications => Host.Services.GetRequiredService<MemoryNotificationChannel>().Sent;

    internal MemoryLabelStore Labels => Host.Services.GetRequiredService<MemoryLabelStore>();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static async Task<Shop> OpenAsync(
        int lamps = 10, Func<TimeProvider, INotificationChannel>? channel = null, Action<OrderOptions>? orders = null, IVatNumberValidator? authority = null)
    {
        var clock = new FakeClock();
        var best = new FakeCarrier(CarrierCode.Chronopost, "chronopost", clock);
        var next = new FakeCarrier(CarrierCode.Ups, "ups", clock);
        var gateway = new FakePaymentGateway("stripe", clock);
        var marketplace = new FakeMarketplace(MarketplaceCode.Mirakl, Account, clock);
        var host = await AgentTestHost.StartAsync(
            agents => agents
                .AddOrders(orders)
                .AddInventory()
                .AddPayments()
                .AddNotifications()
                .AddShipping(shipping => shipping.Sender = Party("Lampes du Nord", "59000", "Lille"))
                .AddMarketplaces(marketplaces =>
                {
                    marketplaces.Accounts.Add(Account);
                    marketplaces.CarrierCodes.Set(Account, CarrierCode.Chronopost, "CHRONO");
                }),
            services => With(With(services, channel?.Invoke(clock)), authority)
                .AddSingleton<IProductCatalog>(new ProductList(Products))
                .AddKeyedSingleton<ICarrierClient>("chronopost", best)
                .AddKeyedSingleton<ICarrierClient>("ups", next)
                .AddKeyedSingleton<IPaymentGateway>("stripe", gateway)
                .AddKeyedSingleton<IMarketplaceClient>(Account, marketplace),
            clock);
        await host.SendAsync(new ReceiveStock(Lamp, lamps, "opening"));
        await host.SendAsync(new ReceiveStock(Vase, 10, "opening"));
        await host.SettleAsync();
        return new Shop(host, best, next, gateway, marketplace);
    }

    internal static OrderDraft Draft(string method = "pm_card_visa", int lamps = 2, string customer = "zoe") => new()
    {
        Customer = customer,
        Items = new Dictionary<Sku, int> { [Lamp] = lamps },
        ShipTo = Party("Zoé Martin", "69002", "Lyon", "zoe@example.com"),
        PaymentMethod = new PaymentMethodToken(method),
    };

    internal static MarketplaceOrder MarketplaceOrder(DateTimeOffset at, Sku? sku = null, int quantity = 2) => new()
    {
        Id = new MarketplaceOrderId("MKP-1-A"),
        Marketplace = MarketplaceCode.Mirakl,
        State = MarketplaceOrderState.AwaitingAcceptance,
        VendorState = "WAITING_ACCEPTANCE",
        CreatedAt = at,
        UpdatedAt = at,
        PricesIncludeTax = true,
        ShipTo = Party("Zoé Martin", "69002", "Lyon"),
        Lines =
        [
            new MarketplaceOrderLine
            {
                Id = new MarketplaceOrderLineId("MKP-1-A-1"),
                Sku = sku ?? Lamp,
                Title = "Lamp",
                Quantity = quantity,
                UnitPrice = Money.Eur(29.90m),
                GoodsPrice = Money.Eur(59.80m),
                Shipping = Money.Eur(4.90m),
                Tax = Money.Eur(10.78m),
            },
        ],
        Amounts = new OrderAmounts
        {
            Goods = Money.Eur(59.80m), Shipping = Money.Eur(4.90m), Tax = Money.Eur(10.78m), Total = Money.Eur(64.70m), Commission = Money.Eur(8.97m),
        },
    };

    internal static Party Party(string name, string postalCode, string city, string? email = null) => new()
    {
        Contact = new Contact { Name = name, Email = email is null ? null : EmailAddress.Parse(email) },
        Address = new Address { Line1 = "12 rue des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };

    internal async Task<OrderId> PlaceAsync(OrderDraft draft, string key = "basket-1")
    {
        var id = OrderKeys.From("shop", key);
        await Host.SendAsync(new PlaceOrder(id, draft));
        await Host.SettleAsync();
        return id;
    }

    internal Task<Order> OrderAsync(OrderId id) => Host.StateAsync<Order>(OrdersAgentsBuilderExtensions.OrderAgentName, id.ToString());

    internal Task<StockLevel> StockAsync(Sku sku) => Host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(sku).Key);

    private static IServiceCollection With<T>(IServiceCollection services, T? service)
        where T : class => service is null ? services : services.AddSingleton(service);
}
