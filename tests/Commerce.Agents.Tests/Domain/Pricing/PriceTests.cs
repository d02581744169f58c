using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Pricing;
using Commerce.Agents.Tests.Domain.Catalog;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>Prices that the host sets.</summary>
public sealed class PriceTests
{
    [Fact]
    public async Task A_price_that_is_set_is_the_products()
    {
        await using var host = await OpenAsync();
        var version = (await host.ProductAsync()).Version;

        var answer = await host.AskAsync<Answer>(new SetPrice(ProductDesk.Lamp, Money.Eur(90), "sale", "ann"));
        await host.SettleAsync();
        var product = await host.ProductAsync();

        Assert.Empty(answer.Refusals);
        Assert.Equal((Money.Eur(90), version + 1), (product.Content.Price, product.Version));
        Assert.Equal(Money.Eur(100), host.Published.Only<PriceChanged>().Old);
        var state = await host.StateAsync<ShopPrice>(PricingAgentsBuilderExtensions.PriceAgentName, ProductDesk.Lamp.Value);
        Assert.Equal((Money.Eur(90), Money.Eur(100), "sale", "ann"), (state.Price, state.Old, state.Reason, state.Actor));
    }

    [Fact]
    public async Task An_archived_product_keeps_its_price()
    {
        await using var host = await OpenAsync();
        await host.DoneAsync(new DiscontinueProduct(ProductDesk.Lamp, ProductDesk.Author));
        await host.DoneAsync(new ArchiveProduct(ProductDesk.Lamp, ProductDesk.Author));

        await host.SendAsync(new PriceChanged(ProductDesk.Lamp, Money.Eur(100), Money.Eur(90), -10, "sale", host.Clock.GetUtcNow()));
        await host.SettleAsync();

        Assert.Equal(Money.Eur(100), (await host.ProductAsync()).Content.Price);
    }

    [Fact]
    public async Task What_is_no_price_is_refused_by_field()
    {
        await using var host = await OpenAsync();
        var right = new SetPrice(ProductDesk.Lamp, Money.Eur(90), "sale", "ann");
        (SetPrice Command, string Field)[] wrong =
        [
            (right with { Sku = new Sku("NO-1") }, "Sku"),
            (right with { Price = Money.Eur(0) }, "Price"),
            (right with { Price = Money.Eur(-1) }, "Price"),
            (right with { Price = Money.Eur(1.005m) }, "Price"),
            (right with { Price = new Money(90, Currency.Parse("USD")) }, "Price"),
            (right with { Reason = " " }, "Reason"),
            (right with { Reason = new string('x', 201) }, "Reason"),
            (right with { Actor = "" }, "Actor"),
            (right with { Actor = new string('x', 101) }, "Actor"),
        ];

        foreach (var (command, field) in wrong)
        {
            Assert.Equal(field, Assert.Single((await host.AskAsync<Answer>(command)).Refusals).Field);
        }

        Assert.Empty(host.Published.All<PriceChanged>());
    }

    [Theory]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_change_whose_process_died_is_made_once(CrashPoint point)
    {
        await using var host = await OpenAsync();
        var version = (await host.ProductAsync()).Version;

        host.CrashNextAt(point);
        await host.SendAsync(new SetPrice(ProductDesk.Lamp, Money.Eur(90), "sale", "ann"));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Equal((Money.Eur(90), version + 1), ((await host.ProductAsync()).Content.Price, (await host.ProductAsync()).Version));
    }

    private static async Task<AgentTestHost> OpenAsync()
    {
        var host = await AgentTestHost.StartAsync(
            agents => agents.AddCatalog(options => options.FirstProducts = 0).AddPrices(),
            services => services.AddSingleton<IProductCatalog>(
                new ProductList([new ProductInfo(ProductDesk.Lamp, "Lamp", Money.Eur(100), Weight.FromKilograms(1.2m))])));
        await host.ActiveAsync();
        return host;
    }
}
