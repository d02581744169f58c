using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed partial class MiraklRecordingTests
{
    [Fact]
    public async Task Orders_are_listed_page_by_page_to_their_total()
    {
        var orders = await AllAsync(Client().ListOrders(new OrderQuery { ChangedSince = March(1), PageSize = 2 }));

        Assert.Equal(["Order_00001-A", "Order_00001-B", "Order_00002-A"], orders.Select(order => order.Id.Value));
        Assert.Equal(
            [
                "GET /api/orders?start_update_date=2026-03-01T00%3A00%3A00Z&max=2&offset=0",
                "GET /api/orders?start_update_date=2026-03-01T00%3A00%3A00Z&max=2&offset=2",
            ],
            await AddressesAsync());
    }

    [Fact]
    public async Task Orders_are_asked_for_by_change_and_state()
    {
        await AllAsync(Client(options => options.ShopId = 2000).ListOrders(new OrderQuery
        {
            ChangedSince = March(2),
            ChangedUntil = new DateTimeOffset(2026, 3, 2, 12, 30, 15, 250, TimeSpan.FromHours(2)),
            States = [MarketplaceOrderState.AwaitingAcceptance, MarketplaceOrderState.Accepted, MarketplaceOrderState.Cancelled],
            PageSize = 50,
        }));

        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task A_state_that_Mirakl_has_no_code_for_is_looked_for_in_all_orders()
    {
        var orders = await AllAsync(Client().ListOrders(
            new OrderQuery { ChangedSince = March(8), States = [MarketplaceOrderState.Refunded, MarketplaceOrderState.Delivered], IncludeRaw = true }));

        Assert.Equal(["Order_00107-A", "Order_00112-A"], orders.Select(order => order.Id.Value));
        Assert.Contains("\"Order_00112-A\"", orders[1].Raw, StringComparison.Ordinal);
        Assert.Equal(["GET /api/orders?start_update_date=2026-03-08T00%3A00%3A00Z&max=100&offset=0"], await AddressesAsync());
    }

    [Fact]
    public async Task No_orders_are_an_empty_list() =>
        Assert.Empty(await AllAsync(Client().ListOrders(new OrderQuery { ChangedSince = March(2) })));

    [Fact]
    public async Task Raw_orders_are_kept_as_received()
    {
        var orders = await AllAsync(Client().ListOrders(new OrderQuery { ChangedSince = March(1), PageSize = 2, IncludeRaw = true }));

        Assert.All(orders, order => Assert.Contains($"\"order_id\":\"{order.Id}\"", order.Raw, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_state_is_told_in_common_words()
    {
        var orders = await AllAsync(Client().ListOrders(new OrderQuery { ChangedSince = March(8) }));

        Assert.Equal(
            [
                ("STAGING", MarketplaceOrderState.PendingPayment),
                ("WAITING_ACCEPTANCE", MarketplaceOrderState.AwaitingAcceptance),
                ("WAITING_DEBIT", MarketplaceOrderState.Accepted),
                ("WAITING_DEBIT_PAYMENT", MarketplaceOrderState.Accepted),
                ("SHIPPING", MarketplaceOrderState.ReadyToShip),
                ("SHIPPED", MarketplaceOrderState.Shipped),
                ("TO_COLLECT", MarketplaceOrderState.Shipped),
                ("RECEIVED", MarketplaceOrderState.Delivered),
                ("CLOSED", MarketplaceOrderState.Completed),
                ("REFUSED", MarketplaceOrderState.Cancelled),
                ("CANCELED", MarketplaceOrderState.Cancelled),
                ("INVENTED_LATER", MarketplaceOrderState.Unknown),
                ("CLOSED", MarketplaceOrderState.Refunded),
            ],
            orders.Select(order => (order.VendorState, order.State)));
    }

    [Fact]
    public async Task An_order_is_found_with_its_amounts_parties_and_parcel()
    {
        var order = (await Client().FindOrderAsync(new("Order_00010-A")))!;

        var (line, parcel) = (order.Lines.Single(), order.Parcels.Single());
        Assert.Equal(("Order_00010", MarketplaceOrderState.Shipped, true), (order.CommercialId, order.State, order.HasIncident));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 22, 59, 59, 999, TimeSpan.Zero), order.ShipBy);
        Assert.False(order.PricesIncludeTax);
        var amounts = order.Amounts!;
        Assert.Equal((60m, 6m, 13.2m, 79.2m, 6.2m), (
            amounts.Goods.Amount, amounts.Shipping?.Amount, amounts.Tax?.Amount, amounts.Total.Amount, amounts.Commission?.Amount));
        Assert.Equal(line.Tax, line.Taxes.Values.Concat(line.ShippingTaxes.Values).Aggregate((sum, tax) => sum + tax));
        Assert.Equal("Zoe Martin", order.Buyer?.Name);
        Assert.Equal("notification+100@example.com", order.ShipTo?.Contact.Email?.Value);
        Assert.Equal(("12 rue des Essais", "Bâtiment B", "Deuxième étage", "69002", "Lyon", "FR"), (
            order.ShipTo?.Address.Line1, order.ShipTo?.Address.Line2, order.ShipTo?.Address.Line3,
            order.ShipTo?.Address.PostalCode, order.ShipTo?.Address.City, order.ShipTo?.Address.Country.Value));
        Assert.Equal("PUDO-9", order.PickupPointId);
        Assert.Equal(("LAMP-1", 20m, 60m), (line.Sku?.Value, line.UnitPrice?.Amount, line.GoodsPrice?.Amount));
        Assert.Equal(
            ("1Z900", "UPS", "United Parcels", new Uri("https://track.example.com/1Z900")),
            (parcel.TrackingNumber, parcel.CarrierCode, parcel.CarrierName, parcel.TrackingUrl));
    }

    [Fact]
    public async Task Cancelled_pieces_count_as_ordered_and_what_is_paid_back_holds_its_taxes()
    {
        var line = (await Client().FindOrderAsync(new("Order_00010-A")))!.Lines.Single();

        // Mirakl's quantity has been counted down by the one that is cancelled.
        Assert.Equal((4, 1), (line.Quantity, line.CancelledQuantity));
        Assert.Equal(13.2m, line.Refunded?.Amount);
    }

    [Fact]
    public async Task A_line_that_is_cancelled_whole_does_not_hide_the_order()
    {
        var order = (await Client().FindOrderAsync(new("Order_00012-A")))!;

        Assert.Equal([(2, 2), (1, 0)], order.Lines.Select(line => (line.Quantity, line.CancelledQuantity)));
    }

    [Fact]
    public async Task An_order_before_acceptance_has_no_addresses()
    {
        var order = (await Client().FindOrderAsync(new("Order_00011-A")))!;

        Assert.Equal(MarketplaceOrderState.AwaitingAcceptance, order.State);
        Assert.Null(order.ShipTo);
        Assert.Null(order.BillTo);
    }

    [Fact]
    public async Task An_unknown_order_is_not_found()
    {
        Assert.Null(await Client().FindOrderAsync(new("Order_00099-A")));

        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task Throttled_orders_tell_how_long_to_wait()
    {
        var failure = await FailureAsync(() => AllAsync(Client().ListOrders(new OrderQuery { ChangedSince = March(3) })));

        Assert.Equal((CommerceErrorKind.Throttled, TimeSpan.FromSeconds(120)), (failure.Kind, failure.RetryAfter));
        Assert.Equal("Too many requests", failure.VendorMessage);
        Assert.Equal(1, mirakl.Sent());
    }

    [Fact]
    public async Task Unavailable_orders_are_asked_for_again()
    {
        var orders = await AllAsync(Client().ListOrders(new OrderQuery { ChangedSince = March(4) }));

        Assert.Equal("Order_00003-A", orders.Single().Id.Value);
        Assert.Equal(2, mirakl.Sent());
    }

    [Fact]
    public async Task A_key_without_the_role_is_told()
    {
        var failure = await FailureAsync(() => AllAsync(Client().ListOrders(new OrderQuery { ChangedSince = March(5) })));

        Assert.Equal((CommerceErrorKind.Forbidden, 403), (failure.Kind, failure.HttpStatus));
        Assert.Equal(1, mirakl.Sent());
    }

    [Fact]
    public async Task A_wrong_key_is_told_and_not_shown()
    {
        var failure = await FailureAsync(() => AllAsync(Client(options => options.ApiKey = "another-key").ListOrders(new OrderQuery())));

        Assert.Equal(CommerceErrorKind.Unauthorized, failure.Kind);
        Assert.DoesNotContain("another-key", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, mirakl.Sent());
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Orders_that_cannot_be_read_are_a_protocol_failure(int day)
    {
        var failure = await FailureAsync(() => AllAsync(Client().ListOrders(new OrderQuery { ChangedSince = March(day) })));

        Assert.Equal((CommerceErrorKind.Protocol, "list-orders"), (failure.Kind, failure.Operation));
    }
}
