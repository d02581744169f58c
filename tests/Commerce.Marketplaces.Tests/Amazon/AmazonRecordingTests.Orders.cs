using Commerce.Marketplaces.Amazon;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

public sealed partial class AmazonRecordingTests
{
    [Fact]
    public async Task Orders_are_listed_page_by_page_and_a_token_is_taken_up_by_another_process()
    {
        var query = new OrderQuery { ChangedSince = March(1), PageSize = 2 };
        var first = await Client().ReadOrdersAsync(query);

        var rest = new List<MarketplaceOrder>();
        await foreach (var page in Client().ListOrders(query).PagesAsync(first.Page.Next))
        {
            rest.AddRange(page.Items);
        }

        Assert.Equal(["402-0000001-0000001", "402-0000001-0000011"], first.Page.Items.Select(order => order.Id.Value));
        Assert.Equal(["402-0000001-0000012"], rest.Select(order => order.Id.Value));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), first.ReadUntil);
        Assert.Contains("lastUpdatedAfter=2026-03-01T00%3A00%3A00Z&", (await AddressesAsync())[0], StringComparison.Ordinal);
        Assert.EndsWith("&paginationToken=cGFnZS0y%7C", (await AddressesAsync())[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_state_is_told_in_common_words()
    {
        var orders = await AllAsync(Client().ListOrders(new OrderQuery { CreatedSince = March(1).AddDays(-1) }));

        Assert.Equal(
            [
                ("PENDING_AVAILABILITY", MarketplaceOrderState.PendingPayment),
                ("PENDING", MarketplaceOrderState.PendingPayment),
                ("UNSHIPPED", MarketplaceOrderState.ReadyToShip),
                ("PARTIALLY_SHIPPED", MarketplaceOrderState.PartiallyShipped),
                ("SHIPPED", MarketplaceOrderState.Shipped),
                ("CANCELLED", MarketplaceOrderState.Cancelled),
                ("UNFULFILLABLE", MarketplaceOrderState.Exception),
                ("INVENTED_LATER", MarketplaceOrderState.Unknown),
                ("SHIPPED", MarketplaceOrderState.Delivered),
                ("SHIPPED", MarketplaceOrderState.Shipped),
                ("", MarketplaceOrderState.Unknown),
            ],
            orders.Select(order => (order.VendorState, order.State)));
    }

    [Fact]
    public async Task Delivered_orders_are_looked_for_in_the_shipped_ones()
    {
        var orders = await AllAsync(Client().ListOrders(new OrderQuery { CreatedSince = March(1).AddDays(-1), States = [MarketplaceOrderState.Delivered] }));

        Assert.Equal(["402-0000008-0000009"], orders.Select(order => order.Id.Value));
        Assert.Contains("&fulfillmentStatuses=SHIPPED&", (await AddressesAsync()).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_has_everything_that_Amazon_tells()
    {
        var order = (await Client().FindOrderAsync(new("402-0000001-0000003")))!;
        var line = order.Lines.Single();
        var parcel = order.Parcels.Single();

        Assert.Equal((MarketplaceOrderState.PartiallyShipped, "PARTIALLY_SHIPPED", true), (order.State, order.VendorState, order.IsCancellationRequested));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 22, 59, 59, TimeSpan.Zero), order.ShipBy);
        Assert.Equal((3, 1, Money.Eur(29.9m), Money.Eur(89.7m), true), (line.Quantity, line.CancelledQuantity, line.UnitPrice, line.GoodsPrice, line.IsCancellationRequested));
        Assert.Equal(("LAMP-1", "B000000001", "Reading lamp"), (line.Sku?.Value, line.VendorProductId, line.Title));
        Assert.Equal((Money.Eur(89.7m), Money.Eur(89.7m), null), (order.Amounts!.Goods, order.Amounts.Total, order.Amounts.Tax));
        Assert.Equal(("1", "P1", "UPS", "UPS Standard", "IN_TRANSIT"), (parcel.Reference, parcel.TrackingNumber, parcel.CarrierName, parcel.Service, parcel.VendorState));
        Assert.Equal(("T-1", 1), (parcel.Lines.Single().Identifiers.Single().Value, parcel.Lines.Single().Quantity));
        Assert.Equal(("Zoe Martin", "zoe-100@marketplace.example.com"), (order.Buyer?.Name, order.Buyer?.Email?.Value));
        Assert.Equal(("Atelier Test", "12 rue des Essais", "Bâtiment B", "69002", "Lyon", "FR"), (
            order.ShipTo?.Contact.Company, order.ShipTo?.Address.Line1, order.ShipTo?.Address.Line2, order.ShipTo?.Address.PostalCode, order.ShipTo?.Address.City, order.ShipTo?.Address.Country.Value));
        Assert.Equal(("Atelier Test SARL", "FR00000000000", "Paris"), (order.BillTo?.Contact.Company, order.BillTo?.VatNumber, order.BillTo?.Address.City));
        Assert.DoesNotContain("Martin", order.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("402-0000001-0000002", false, "12.86", "77.16")]
    [InlineData("402-0000001-0000009", true, "10.72", "64.30")]
    [InlineData("402-0000001-0000001", null, null, "64.30")]
    public async Task Whether_prices_hold_the_tax_is_seen_by_the_sum_of_a_line(string id, bool? includes, string? tax, string total)
    {
        var order = (await Client().FindOrderAsync(new(id)))!;

        Assert.Equal(includes, order.PricesIncludeTax);
        Assert.Equal((Money.Eur(59.8m), Money.Eur(4.5m), $"{total} EUR"), (order.Amounts!.Goods, order.Amounts.Shipping, order.Amounts.Total.ToString()));
        Assert.Equal(tax is null ? null : $"{tax} EUR", order.Amounts.Tax?.ToString());
        Assert.Equal(order.Lines[0].Tax?.Amount ?? 0, order.Lines[0].Taxes.Values.Concat(order.Lines[0].ShippingTaxes.Values).Sum(part => part.Amount));
    }

    [Fact]
    public async Task A_pending_order_has_neither_price_nor_address()
    {
        var order = (await Client().FindOrderAsync(new("402-0000001-0000004")))!;

        Assert.Equal((MarketplaceOrderState.PendingPayment, null, null, null), (order.State, order.Amounts, order.ShipTo, order.Buyer));
        Assert.Null(order.Lines[0].GoodsPrice);
    }

    [Fact]
    public async Task An_unknown_order_is_not_found() => Assert.Null(await Client().FindOrderAsync(new("402-0000001-0000099")));

    [Fact]
    public async Task An_order_without_a_quantity_is_a_protocol_failure() =>
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => Client().FindOrderAsync(new("402-0000001-0000005")))).Kind);

    [Fact]
    public async Task Raw_orders_are_kept_as_received()
    {
        var page = (await Client().ReadOrdersAsync(new OrderQuery { ChangedSince = March(1), PageSize = 2, IncludeRaw = true })).Page;

        Assert.All(page.Items, order => Assert.Contains($"\"orderId\":\"{order.Id}\"", order.Raw, StringComparison.Ordinal));
        Assert.All(page.Items, order => Assert.Contains("\"conditionType\":\"NEW\"", order.Raw, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Buyers_are_not_asked_for_where_the_application_has_no_role()
    {
        await Client(options => options.IncludeBuyerData = false).FindOrderAsync(new("402-0000001-0000001"));

        Assert.Equal(["GET /orders/2026-01-01/orders/402-0000001-0000001?includedData=PROCEEDS%2CCANCELLATION%2CFULFILLMENT%2CPACKAGES"], await AddressesAsync());
    }

    [Fact]
    public async Task A_state_that_no_order_of_Amazons_has_is_answered_without_a_call()
    {
        Assert.Empty(await AllAsync(Client().ListOrders(new OrderQuery { States = [MarketplaceOrderState.Refunded] })));
        Assert.Equal(0, amazon.Sent());
    }

    [Fact]
    public async Task No_orders_are_an_empty_list() =>
        Assert.Empty(await AllAsync(Client().ListOrders(new OrderQuery { CreatedSince = March(20), CreatedUntil = March(21), States = [MarketplaceOrderState.ReadyToShip] })));

    [Fact]
    public async Task A_missing_role_is_told_once_and_not_tried_again()
    {
        var failure = await FailureAsync(() => AllAsync(Client(account: "forbidden").ListOrders(new OrderQuery { ChangedSince = March(1) })));

        Assert.Equal((CommerceErrorKind.Forbidden, "Unauthorized"), (failure.Kind, failure.VendorCode));
        Assert.Equal(1, amazon.Sent("/orders/"));
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_told_as_wrong_credentials()
    {
        var failure = await FailureAsync(() => Client(account: "stale").FindOrderAsync(new("402-0000001-0000001")));

        Assert.Equal(CommerceErrorKind.Unauthorized, failure.Kind);
        Assert.Equal((2, 2), (amazon.Sent("/orders/"), amazon.Sent("/token")));
    }

    [Fact]
    public async Task A_token_is_asked_for_as_a_form()
    {
        var client = Client();
        await client.FindOrderAsync(new("402-0000001-0000001"));
        await client.ListQueuesAsync();
        await client.RotateClientSecretAsync();
        await client.ListQueuesAsync();

        Snapshot.Match(string.Join("\n\n", (await amazon.RequestsAsync("/token")).Select(request => request.ToText())));
    }

    [Theory]
    [InlineData("unknown", "invalid_client")]
    [InlineData("expired-grant", "invalid_grant")]
    public async Task Wrong_credentials_are_told_with_the_reason(string account, string code)
    {
        var failure = await FailureAsync(() => Client(account: account).FindOrderAsync(new("402-0000001-0000001")));

        Assert.Equal((CommerceErrorKind.Unauthorized, code), (failure.Kind, failure.VendorCode));
        Assert.DoesNotContain("recorded-secret", failure.ToString() + failure.RawBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_a_life_time_is_a_protocol_failure_and_nothing_was_sent()
    {
        var failure = await FailureAsync(() => Client(account: "odd-token").FindOrderAsync(new("402-0000001-0000001")));

        Assert.Equal((CommerceErrorKind.Protocol, true), (failure.Kind, failure.WasNeverSent));
    }

    [Fact]
    public async Task A_refused_parcel_does_not_hide_the_other()
    {
        MarketplaceParcel Parcel(string number, string line) => new()
        {
            TrackingNumber = number, CarrierCode = "UPS", Lines = [new ParcelLine { LineId = new(line), Quantity = 1 }],
        };

        var shipped = (await Client().ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("402-0000001-0000006"), ShippedAt = March(2), Parcels = [Parcel("P1", "10000000000061"), Parcel("P2", "10000000000062")],
        })).Value;

        Assert.Equal([null, "PackageToUpdateNotFound"], shipped.Parcels.Select(parcel => parcel.Refusal?.VendorCode));
    }

    [Theory]
    [InlineData("402-0000001-0000099", "NotFound")]
    [InlineData("402-0000001-0000004", "InvalidTransition")]
    [InlineData("402-0000001-0000008", "PolicyViolation")]
    public async Task An_order_that_cannot_be_shipped_is_refused_without_telling_Amazon(string id, string code)
    {
        var outcome = await Client().ShipOrderAsync(new ShipOrderRequest { OrderId = new(id), Parcels = [new MarketplaceParcel { TrackingNumber = "P1", CarrierCode = "UPS" }] });

        Assert.Equal(code, outcome.Refusal?.Code.Value);
        Assert.Equal(0, amazon.Sent("/shipmentConfirmation"));
    }

    [Fact]
    public async Task A_parcel_that_Amazon_knows_is_not_told_again()
    {
        var outcome = await Client().ShipOrderAsync(new ShipOrderRequest { OrderId = new("402-0000001-0000007"), Parcels = [new MarketplaceParcel { TrackingNumber = "P0", CarrierCode = "UPS" }] });

        Assert.True(outcome.Value.WasAlreadyShipped);
        Assert.Equal(0, amazon.Sent("/shipmentConfirmation"));
    }

    [Theory]
    [InlineData("first", "P1", "UPS", "Parcels.Reference")]
    [InlineData("0", "P1", "UPS", "Parcels.Reference")]
    [InlineData("1", null, "UPS", "Parcels.TrackingNumber")]
    [InlineData("1", "P1", null, "Parcels.CarrierCode")]
    public async Task A_parcel_that_Amazon_would_refuse_is_refused_without_a_call(string reference, string? number, string? carrier, string field)
    {
        var outcome = await Client().ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("402-0000001-0000001"), Parcels = [new MarketplaceParcel { Reference = reference, TrackingNumber = number, CarrierCode = carrier }],
        });

        Assert.Equal((RefusalCode.Validation, field), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Equal(0, amazon.Sent());
    }
}
