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
using Commerce.Carriers;
using Commerce.Marketplaces;
using Commerce.Payments;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Agents.Tests.Domain.Catalog.ProductDesk;

namespace Commerce.Agents.Tests.Domain.Catalog;

/// <summary>All contexts together: what the catalogue sells is what orders get.</summary>
public sealed class CatalogueJourneyTests
{
    [Fact]
    public async Task An_order_gets_the_products_of_the_catalogue_and_none_that_is_discontinued()
    {
        await using var host = await ShopAsync();
        await host.Catalogue().RefreshAsync();
        await host.ActiveAsync();
        await host.SendAsync(new ReceiveStock(Lamp, 10, "opening"));
        await host.SettleAsync();

        var sold = await PlaceAsync(host, "sold");
        await host.DoneAsync(new DiscontinueProduct(Lamp, Author));
        await host.SettleAsync();
        var refused = await PlaceAsync(host, "refused");

        Assert.Equal(Money.Eur(100), Assert.Single(sold!.Lines).UnitPrice);
        Assert.Null(refused);
    }

    [Fact]
    public async Task A_sku_that_is_asked_for_twice_at_once_is_given_once()
    {
        await using var host = await StartAsync();
        await host.DraftAsync();
        await host.DoneAsync(new DefineAttribute(Lamp, new VariantAttribute("Watt", VariantAttributeType.Number), Author));
        for (var i = 0; i < 20; i++)
        {
            var sku = new Sku($"BOTH-{i}");
            await Task.WhenAll(
                host.SendAsync(new CreateProduct(sku, Content, Author)),
                host.SendAsync(new CreateVariant(Lamp, sku, new Dictionary<string, string> { ["Watt"] = $"{i}" }, Author)));
        }

        await host.AdvanceAsync(TimeSpan.FromMinutes(5));

        var products = (await host.Repository<Product>().ListAsync(new())).Items.Select(product => product.Sku).ToList();
        var variants = (await host.Repository<Variant>().ListAsync(new())).Items.Select(variant => variant.Sku).ToList();
        Assert.Empty(products.Intersect(variants));
        Assert.Equal(21, products.Count + variants.Count);
    }

    private static async Task<Order?> PlaceAsync(AgentTestHost host, string key)
    {
        var id = OrderKeys.From("shop", key);
        await host.SendAsync(new PlaceOrder(id, Shop.Draft()));
        await host.SettleAsync();
        var order = await host.FindStateAsync<Order>(OrdersAgentsBuilderExtensions.OrderAgentName, id.ToString());
        return order?.Status is null or OrderStatus.None ? null : order;
    }

    private static Task<AgentTestHost> ShopAsync()
    {
        var clock = new FakeClock();
        return AgentTestHost.StartAsync(
            agents => agents
                .AddCatalog(catalog => catalog.FirstProducts = 0)
                .AddOrders()
                .AddInventory()
                .AddPayments()
                .AddPromotions()
                .AddNotifications()
                .AddShipping(shipping => shipping.Sender = Shop.Party("Lampes du Nord", "59000", "Lille"))
                .AddMarketplaces(marketplaces => marketplaces.Accounts.Add(Shop.Account))
                .AddMonitoring(),
            services => services
                .AddKeyedSingleton<ICarrierClient>("chronopost", new FakeCarrier(CarrierCode.Chronopost, "chronopost", clock))
                .AddKeyedSingleton<IPaymentGateway>("stripe", new FakePaymentGateway("stripe", clock))
                .AddKeyedSingleton<IMarketplaceClient>(Shop.Account, new FakeMarketplace(MarketplaceCode.Mirakl, Shop.Account, clock)),
            clock);
    }
}
