using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

/// <summary>Orders that replace units of others.</summary>
public sealed class ReplacementTests
{
    private static readonly OrderId Replacing = OrderKeys.From("claim", "1");

    [Fact]
    public async Task Shipped_units_are_replaced_for_nothing_at_the_same_address()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await ShippedAsync(shop);

        var answer = await shop.Host.AskAsync<Answer>(Replace(id, 1));
        await shop.Host.SettleAsync();

        var (order, replacement) = (await shop.OrderAsync(id), await shop.OrderAsync(Replacing));
        Assert.Empty(answer.Refusals);
        Assert.Equal((OrderStatus.Processing, Money.Eur(0), 1), (replacement.Status, replacement.Totals!.Total, replacement.Lines[0].Quantity));
        Assert.Equal((order.ShipTo, id, order.Customer), (replacement.ShipTo, replacement.Replaces, replacement.Customer));
        Assert.Equal([Replacing], order.Replacements.Select(static one => one.OrderId));
        Assert.Single(shop.Gateway.Payments);
        Assert.Equal(2, shop.Best.Purchases.Count);
        var created = shop.Host.Published.Only<ReplacementOrderCreated>();
        Assert.Equal((id, Replacing, Shop.Lamp), (created.OriginalOrderId, created.ReplacementOrderId, created.Lines[0].Sku));
        Assert.Equal(Money.Eur(0), (await shop.Host.Services.GetRequiredService<IRepository<OrderRecord>>().FindAsync(Replacing.Value))!.Value.Total);
        var stock = await shop.StockAsync(Shop.Lamp);
        Assert.Equal((8, 1), (stock.OnHand, stock.Reserved));
    }

    [Fact]
    public async Task Never_more_is_replaced_than_was_shipped()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await ShippedAsync(shop);
        await shop.Host.AskAsync<Answer>(Replace(id, 1));

        var tooMany = await shop.Host.AskAsync<Answer>(Replace(id, 2) with { ReplacementId = OrderKeys.From("claim", "2") });
        var rest = await shop.Host.AskAsync<Answer>(Replace(id, 1) with { ReplacementId = OrderKeys.From("claim", "3") });
        var none = await shop.Host.AskAsync<Answer>(Replace(id, 1) with { ReplacementId = OrderKeys.From("claim", "4") });

        Assert.Equal((RefusalCode.PolicyViolation, "Lines[LAMP-1]"), (Assert.Single(tooMany.Refusals).Code, tooMany.Refusals[0].Field));
        Assert.Empty(rest.Refusals);
        Assert.Equal("Lines[LAMP-1]", Assert.Single(none.Refusals).Field);
    }

    [Fact]
    public async Task Repeating_it_replaces_once_and_an_id_is_used_once()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await ShippedAsync(shop);
        await shop.Host.AskAsync<Answer>(Replace(id, 1));

        var again = await shop.Host.AskAsync<Answer>(Replace(id, 1));
        var other = await shop.Host.AskAsync<Answer>(Replace(id, 2));
        await shop.Host.SettleAsync();

        Assert.Empty(again.Refusals);
        Assert.Equal((RefusalCode.Duplicate, "ReplacementId"), (Assert.Single(other.Refusals).Code, other.Refusals[0].Field));
        Assert.Single(shop.Host.Published.All<ReplacementOrderCreated>());
        Assert.Equal(1, (await shop.StockAsync(Shop.Lamp)).Reserved);
    }

    [Theory]
    [InlineData("OrderId")]
    [InlineData("Status")]
    [InlineData("Reason")]
    [InlineData("ReplacementId")]
    [InlineData("Lines")]
    [InlineData("Lines[LAMP-1]")]
    [InlineData("Lines[VASE-1]")]
    public async Task What_cannot_be_replaced_is_refused_by_field(string field)
    {
        await using var shop = await Shop.OpenAsync();
        var id = field == "Status" ? await shop.PlaceAsync(Shop.Draft()) : await ShippedAsync(shop);
        var message = field switch
        {
            "OrderId" => Replace(OrderKeys.From("shop", "unknown"), 1),
            "Reason" => Replace(id, 1) with { Reason = null! },
            "ReplacementId" => Replace(id, 1) with { ReplacementId = id },
            "Lines" => Replace(id, 1) with { Lines = new Dictionary<Sku, int>() },
            "Lines[LAMP-1]" => Replace(id, 0),
            "Lines[VASE-1]" => Replace(id, 1) with { Lines = new Dictionary<Sku, int> { [Shop.Vase] = 1 } },
            _ => Replace(id, 1),
        };

        var refusal = Assert.Single((await shop.Host.AskAsync<Answer>(message)).Refusals);

        Assert.Equal(field, refusal.Field);
        Assert.Empty(shop.Host.Published.All<ReplacementOrderCreated>());
    }

    [Fact]
    public async Task A_replacement_that_is_not_there_is_cancelled_and_the_units_may_be_replaced_later()
    {
        await using var shop = await Shop.OpenAsync(lamps: 2);
        var id = await ShippedAsync(shop);

        await shop.Host.AskAsync<Answer>(Replace(id, 2));
        await shop.Host.SettleAsync();
        var cancelled = (await shop.OrderAsync(Replacing)).Status;
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 2, "delivery"));
        await shop.Host.SettleAsync();
        var later = OrderKeys.From("claim", "2");
        var answer = await shop.Host.AskAsync<Answer>(Replace(id, 2) with { ReplacementId = later });
        await shop.Host.SettleAsync();

        Assert.Equal(OrderStatus.Cancelled, cancelled);
        Assert.Empty(answer.Refusals);
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(later)).Status);
    }

    [Fact]
    public async Task An_order_is_not_replaced_under_the_id_of_another_one()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await ShippedAsync(shop);
        var other = await shop.PlaceAsync(Shop.Draft(lamps: 1, customer: "ann"), "basket-2");

        await shop.Host.AskAsync<Answer>(Replace(id, 1) with { ReplacementId = other });
        await shop.Host.SettleAsync();

        Assert.Empty((await shop.OrderAsync(id)).Replacements);
        Assert.Null((await shop.OrderAsync(other)).Replaces);
    }

    [Theory]
    [InlineData(CrashPoint.AfterReceive)]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_crash_does_not_replace_twice(CrashPoint point)
    {
        await using var shop = await Shop.OpenAsync();
        var id = await ShippedAsync(shop);

        shop.Host.CrashNextAt(point);
        await shop.Host.SendAsync(Replace(id, 1));
        await shop.Host.RestartAfterCrashAsync();
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(Replacing)).Status);
        Assert.Single((await shop.OrderAsync(id)).Replacements);
        Assert.Equal(1, (await shop.StockAsync(Shop.Lamp)).Reserved);
    }

    private static CreateReplacementOrder Replace(OrderId id, int lamps) => new(id, Replacing, new Dictionary<Sku, int> { [Shop.Lamp] = lamps }, "broken in transit");

    private static async Task<OrderId> ShippedAsync(Shop shop)
    {
        var id = await shop.PlaceAsync(Shop.Draft());
        shop.Best.Move((await shop.OrderAsync(id)).TrackingNumber!.Value, TrackingStatus.InTransit);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));
        return id;
    }
}
