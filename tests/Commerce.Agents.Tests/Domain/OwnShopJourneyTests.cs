using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Payments;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain;

public sealed class OwnShopJourneyTests
{
    [Fact]
    public async Task Order_is_paid_shipped_and_delivered()
    {
        await using var shop = await Shop.OpenAsync();

        var id = await shop.PlaceAsync(Shop.Draft());
        var packed = await shop.OrderAsync(id);
        shop.Best.Move(packed.TrackingNumber!.Value, TrackingStatus.InTransit);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));
        var shipped = await shop.OrderAsync(id);
        shop.Best.Move(packed.TrackingNumber!.Value, TrackingStatus.Delivered);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));
        var delivered = await shop.OrderAsync(id);

        Assert.Equal(OrderStatus.Processing, packed.Status);
        Assert.Equal(CarrierCode.Chronopost, packed.Carrier);
        Assert.Equal(packed.Totals!.Total, packed.Captured);
        Assert.Equal(OrderStatus.Shipped, shipped.Status);
        Assert.Equal(OrderStatus.Delivered, delivered.Status);
        var payment = Assert.Single(shop.Gateway.Payments);
        Assert.Equal(packed.Totals.Total, payment.Captured);
        var stock = await shop.StockAsync(Shop.Lamp);
        Assert.Equal((8, 0), (stock.OnHand, stock.Reserved));
        Assert.Single(shop.Labels.Labels);
    }

    [Fact]
    public async Task Same_basket_sent_twice_is_one_order()
    {
        await using var shop = await Shop.OpenAsync();

        var id = OrderKeys.From("shop", "basket-1");
        var first = await shop.Host.AskAsync<OrderReceipt>(new PlaceOrder(id, Shop.Draft()));
        var second = await shop.Host.AskAsync<OrderReceipt>(new PlaceOrder(id, Shop.Draft()));
        await shop.Host.SettleAsync();

        Assert.Equal(first.Number, second.Number);
        Assert.Single(shop.Gateway.Payments);
        Assert.Single(shop.Best.Purchases);
    }

    [Fact]
    public async Task Declined_card_fails_the_order_and_gives_the_stock_back()
    {
        await using var shop = await Shop.OpenAsync();

        var id = await shop.PlaceAsync(Shop.Draft(FakePaymentGateway.DeclinedMethod.Value));

        Assert.Equal(OrderStatus.PaymentFailed, (await shop.OrderAsync(id)).Status);
        var stock = await shop.StockAsync(Shop.Lamp);
        Assert.Equal((10, 0), (stock.OnHand, stock.Reserved));
        Assert.NotEmpty(shop.Host.Published.Only<OrderPaymentFailed>().BuyerMessage);
        Assert.Empty(shop.Best.Purchases);
    }

    [Fact]
    public async Task Order_for_more_than_there_is_is_cancelled_before_money_moves()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);

        var id = await shop.PlaceAsync(Shop.Draft() with { Items = new Dictionary<Sku, int> { [Shop.Vase] = 1, [Shop.Lamp] = 2 } });

        Assert.Equal(OrderStatus.Cancelled, (await shop.OrderAsync(id)).Status);
        Assert.Empty(shop.Gateway.Payments);
        Assert.Equal(0, (await shop.StockAsync(Shop.Vase)).Reserved);
        Assert.Equal(0, (await shop.StockAsync(Shop.Lamp)).Reserved);
    }

    [Fact]
    public async Task Next_best_carrier_buys_the_label_when_the_best_is_down()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Best.Faults.Fail("CreateShipment", CommerceErrorKind.Unavailable, times: 3);

        var id = await shop.PlaceAsync(Shop.Draft());
        await shop.Host.AdvanceAsync(TimeSpan.FromSeconds(10));

        var order = await shop.OrderAsync(id);
        Assert.Equal(CarrierCode.Ups, order.Carrier);
        Assert.Empty(shop.Best.Purchases);
        Assert.Single(shop.Next.Purchases);
        Assert.Equal(CarrierCode.Chronopost, shop.Host.Published.Only<CarrierGivenUp>().Carrier);
    }

    [Fact]
    public async Task Label_whose_answer_was_lost_is_found_and_not_bought_twice()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Best.Faults.LoseAnswer("CreateShipment");

        var id = await shop.PlaceAsync(Shop.Draft());
        await shop.Host.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(CarrierCode.Chronopost, (await shop.OrderAsync(id)).Carrier);
        Assert.Single(shop.Best.Purchases);
        Assert.Empty(shop.Next.Purchases);
        Assert.Single(shop.Labels.Labels);
    }

    [Fact]
    public async Task Order_waits_for_a_person_when_no_carrier_is_left()
    {
        await using var shop = await Shop.OpenAsync();
        var refusal = new Refusal(RefusalCode.NotSupported, "The lane is closed.");
        shop.Best.Faults.Refuse("CreateShipment", refusal);
        shop.Next.Faults.Refuse("CreateShipment", refusal);

        var id = await shop.PlaceAsync(Shop.Draft());

        Assert.Equal(OrderStatus.OnHold, (await shop.OrderAsync(id)).Status);
        Assert.Contains("The lane is closed.", shop.Host.Published.Only<NoCarrierAvailable>().Reason, StringComparison.Ordinal);
        Assert.Null((await shop.OrderAsync(id)).Captured);
    }

    [Fact]
    public async Task Fifty_orders_at_once_never_sell_more_than_ten_pieces()
    {
        await using var shop = await Shop.OpenAsync(lamps: 10);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => shop.Host.SendAsync(
            new PlaceOrder(OrderKeys.From("shop", $"basket-{number}"), Shop.Draft(lamps: 1, customer: $"buyer-{number}")))));
        await shop.Host.SettleAsync();

        Assert.Equal(10, shop.Host.Published.All<OrderConfirmed>().Count);
        Assert.Equal(40, shop.Host.Published.All<OrderCancelled>().Count);
        Assert.Equal(10, (await shop.StockAsync(Shop.Lamp)).Reserved);
        Assert.Equal(10, shop.Gateway.Payments.Count);
    }

    [Theory]
    [InlineData(0, "Items[LAMP-1]")]
    [InlineData(1000, "Items[LAMP-1]")]
    public async Task Draft_that_breaks_a_bound_is_refused_by_field(int quantity, string field)
    {
        await using var shop = await Shop.OpenAsync();

        var receipt = await shop.Host.AskAsync<OrderReceipt>(
            new PlaceOrder(OrderKeys.From("shop", "basket-1"), Shop.Draft(lamps: quantity)));

        Assert.Equal(field, Assert.Single(receipt.Refusals).Field);
        Assert.Empty(shop.Host.Published.All<OrderPlaced>());
    }
}
