using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Carriers;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

/// <summary>Orders that a person must look at before anything is reserved or charged.</summary>
public sealed class FraudHoldTests
{
    [Fact]
    public async Task An_order_that_is_reviewed_waits_and_goes_on_when_it_is_approved()
    {
        await using var shop = await Shop.OpenAsync(lamps: 100);

        var id = await shop.PlaceAsync(Suspicious());
        var held = await shop.OrderAsync(id);
        var kept = (await shop.StockAsync(Shop.Lamp)).Reserved;
        var answer = await shop.Host.AskAsync<Answer>(new DecideReview(id, true, "The bank knows the buyer.", "ann"));
        await shop.Host.SettleAsync();

        Assert.Equal((OrderStatus.OnHold, 0), (held.Status, kept));
        Assert.Empty(answer.Refusals);
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(id)).Status);
        Assert.Single(shop.Gateway.Payments);
        Assert.Equal(85, (await shop.StockAsync(Shop.Lamp)).Reserved);
    }

    [Fact]
    public async Task An_order_that_is_not_approved_is_cancelled_and_nothing_was_charged()
    {
        await using var shop = await Shop.OpenAsync(lamps: 100);

        var id = await shop.PlaceAsync(Suspicious());
        await shop.Host.AskAsync<Answer>(new DecideReview(id, false, "Nobody answers.", "ann"));
        await shop.Host.SettleAsync();

        Assert.Equal(OrderStatus.Cancelled, (await shop.OrderAsync(id)).Status);
        Assert.Empty(shop.Gateway.Payments);
    }

    [Fact]
    public async Task An_order_that_nobody_reviews_for_48_hours_is_cancelled()
    {
        await using var shop = await Shop.OpenAsync(lamps: 100);

        var id = await shop.PlaceAsync(Suspicious());
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(47));
        var before = (await shop.OrderAsync(id)).Status;
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal((OrderStatus.OnHold, OrderStatus.Cancelled), (before, (await shop.OrderAsync(id)).Status));
    }

    /// <summary>A large amount, another billing address and a new buyer: 55 points.</summary>
    private static OrderDraft Suspicious() => Shop.Draft(lamps: 85) with { BillTo = Shop.Party("Max Muster", "10115", "Berlin") };
}
