using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Payments;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

/// <summary>The order says where its payment is (BUSINESS_RULES, sections 3.1 and 3.2).</summary>
public sealed class PaymentStatusTests
{
    [Fact]
    public async Task Follows_the_money_from_the_hold_to_the_last_refund()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Best.Faults.Refuse("CreateShipment", new Refusal(RefusalCode.NotSupported, "The lane is closed."), times: 1);
        shop.Next.Faults.Refuse("CreateShipment", new Refusal(RefusalCode.NotSupported, "The lane is closed."), times: 1);
        var id = await shop.PlaceAsync(Shop.Draft());
        var held = await shop.OrderAsync(id);
        await shop.Host.AskAsync<Answer>(new ReleaseHold(id, "ann"));
        await shop.Host.SettleAsync();
        var taken = await shop.OrderAsync(id);
        var part = await RefundAsync(shop, id, 1, Money.Eur(10m));
        var whole = await RefundAsync(shop, id, 2, taken.Captured!.Value - Money.Eur(10m));

        Assert.Equal(
            [PaymentState.Authorized, PaymentState.Succeeded, PaymentState.PartiallyRefunded, PaymentState.Refunded],
            new[] { held, taken, part, whole }.Select(static order => order.PaymentStatus!.Value));
    }

    [Fact]
    public async Task Has_failed_until_it_is_paid_again()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft(FakePaymentGateway.DeclinedMethod.Value));
        var declined = (await shop.OrderAsync(id)).PaymentStatus;
        shop.Best.Faults.Refuse("CreateShipment", new Refusal(RefusalCode.NotSupported, "The lane is closed."), times: 1);
        shop.Next.Faults.Refuse("CreateShipment", new Refusal(RefusalCode.NotSupported, "The lane is closed."), times: 1);

        await shop.Host.AskAsync<Answer>(new RetryPayment(id, new PaymentMethodToken("pm_card_visa")));
        await shop.Host.SettleAsync();

        Assert.Equal((PaymentState.Failed, PaymentState.Authorized), (declined, (await shop.OrderAsync(id)).PaymentStatus));
    }

    [Fact]
    public async Task Is_cancelled_when_the_hold_is_let_go()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Best.Faults.Refuse("CreateShipment", new Refusal(RefusalCode.NotSupported, "The lane is closed."), times: 9);
        shop.Next.Faults.Refuse("CreateShipment", new Refusal(RefusalCode.NotSupported, "The lane is closed."), times: 9);
        var id = await shop.PlaceAsync(Shop.Draft());

        await shop.Host.AskAsync<Answer>(new RequestCancellation(id, CancellationReasons.CustomerRequest, "zoe"));
        await shop.Host.SettleAsync();

        var order = await shop.OrderAsync(id);
        Assert.Equal((OrderStatus.Cancelled, PaymentState.Cancelled, null), (order.Status, order.PaymentStatus, order.Authorized));
    }

    [Fact]
    public async Task Is_nothing_for_an_order_that_a_marketplace_is_paid_for()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Marketplace.Put(Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow()));
        await shop.Host.SendAsync(new SyncMarketplace(Shop.Account));
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(6));

        Assert.Null((await shop.OrderAsync(shop.Host.Published.Only<OrderImported>().OrderId)).PaymentStatus);
    }

    private static async Task<Order> RefundAsync(Shop shop, OrderId id, int number, Money amount)
    {
        await shop.Host.SendAsync(new RefundRequested(id, new Guid(number, 0, 0, new byte[8]), amount, PaymentRefundReason.ProductDefect, "ann"));
        await shop.Host.SettleAsync();
        return await shop.OrderAsync(id);
    }
}
