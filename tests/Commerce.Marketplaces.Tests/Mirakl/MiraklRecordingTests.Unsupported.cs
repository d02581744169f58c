using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed partial class MiraklRecordingTests
{
    private static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string> { ["a"] = "b" };

    [Fact]
    public async Task What_cannot_be_sent_is_refused_before_anything_is_sent()
    {
        var client = Client();
        var order = new MarketplaceOrderId("Order_00030-A");
        var (writer, acceptance) = ((IMessageSender)client, (IOrderAcceptance)client);
        var message = new SendMessageRequest { OrderId = order, Body = "Good morning" };
        var parcel = new MarketplaceParcel { TrackingNumber = "1Z1", Lines = [new ParcelLine { LineId = new("1"), Quantity = 1 }] };
        Refusal?[] refusals =
        [
            (await writer.SendMessageAsync(message with { IsInternal = true })).Refusal,
            (await writer.SendMessageAsync(message with { Attachments = [new MessageAttachment("a.png", "image/png", new byte[30_000_001])] })).Refusal,
            (await writer.SendMessageAsync(message with { VendorFields = Fields })).Refusal,
            (await acceptance.DecideOrderAsync(new OrderDecision { OrderId = order, AcceptedLines = [new("1")], VendorFields = Fields })).Refusal,
            (await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order, Parcels = [parcel], VendorFields = Fields })).Refusal,
            (await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order, Parcels = [parcel with { TrackingNumber = null }] })).Refusal,
            (await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order, Parcels = [parcel with { Reference = "1" }, parcel with { Reference = "2" }] })).Refusal,
        ];

        Assert.Equal(
            ["IsInternal", "Attachments", "VendorFields", "VendorFields", "VendorFields", "Parcels.TrackingNumber", "Parcels.TrackingNumber"],
            refusals.Select(refusal => refusal?.Field));
        Assert.Empty(await AddressesAsync());
    }

    [Fact]
    public async Task Changes_that_an_import_has_no_column_for_are_refused_as_a_whole()
    {
        var client = Client();
        var stock = new StockChange { Sku = new("LAMP-1"), Quantity = 1 };
        var price = new PriceChange { Sku = new("LAMP-1"), Price = Euro(1m) };

        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateStockAsync([stock with { Channel = "FR" }]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdatePricesAsync([price with { Taxes = [PriceTax.OfPercent("VAT", 20)] }]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdatePricesAsync([price with { MinimumPrice = Euro(1m) }]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdatePricesAsync([price with { ValidUntil = DateTimeOffset.UnixEpoch }]));

        Assert.Empty(await AddressesAsync());
    }
}
