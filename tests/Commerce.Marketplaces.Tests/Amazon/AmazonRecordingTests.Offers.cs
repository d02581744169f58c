using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

public sealed partial class AmazonRecordingTests
{
    [Fact]
    public async Task Offers_are_listed_page_by_page_with_what_keeps_them_from_being_sold()
    {
        var offers = await AllAsync(((IOfferReader)Client()).ListOffers(new OfferQuery()));

        Assert.Equal(["LAMP-1", "LAMP-2", "LAMP-3"], offers.Select(offer => offer.Sku.Value));
        Assert.Equal([true, false, true], offers.Select(offer => offer.IsActive));
        Assert.Equal(["A picture is missing."], offers[1].Issues);
        Assert.Equal((Money.Eur(29.9m), 12, "A13V1IB3VIYZZH", "new_new", "B000000001"), (offers[0].Price, offers[0].Quantity, offers[0].Channel, offers[0].Condition, offers[0].VendorProductId));
    }

    [Fact]
    public async Task What_Amazon_lists_no_further_is_asked_for_from_the_last_ones_date_on()
    {
        var offers = await AllAsync(((IOfferReader)Client()).ListOffers(new OfferQuery { PageSize = 1 }));

        Assert.Equal(["LAMP-1", "LAMP-9"], offers.Select(offer => offer.Sku.Value));
        Assert.Contains("createdAfter=2026-01-05T00%3A00%3A00Z", (await AddressesAsync())[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_offer_is_not_found() => Assert.Null(await Client().FindOfferAsync(new OfferKey(new("NONE"))));

    [Fact]
    public async Task A_small_batch_is_answered_at_once_item_by_item()
    {
        var batch = await Client().UpdatePricesAsync(
        [
            .. ((string[])["LAMP 1", "LAMP-2", "NONE", "BROKEN"]).Select(sku => new PriceChange { Sku = new(sku), Price = Money.Eur(5m) }),
        ]);

        Assert.Equal((null, OfferBatchState.Completed), (batch.Id, batch.State));
        Assert.Equal([null, "99022", "BAD_REQUEST", "InternalFailure"], batch.Items.Select(item => item.Refusal?.VendorCode));
        Assert.Equal([null, RefusalCode.ExternalRejected, RefusalCode.ExternalRejected, RefusalCode.ExternalUnavailable], batch.Items.Select(item => item.Refusal?.Code));
        Assert.Equal("amazon refused: The price is too high.", batch.Items[1].Refusal?.Message);
        Assert.Equal("purchasable_offer", batch.Items[1].Refusal?.Field);
    }

    [Fact]
    public async Task A_preview_shows_what_would_be_sent_and_what_Amazon_thinks_of_it()
    {
        var client = (IOfferPreview)Client();

        var prices = await client.PreviewPricesAsync([new PriceChange { Sku = new("LAMP 1"), Price = Money.Eur(129.9m) }]);
        var offers = await client.PreviewOffersAsync(
            [new OfferDraft { Sku = new("LAMP-3"), ProductId = "B000000001", ProductIdType = "ASIN", Price = Money.Eur(19.9m), Quantity = 5, Condition = "used_good" }]);

        Assert.True(prices.Items.Single().IsSuccess);
        Assert.Equal("99022", offers.Items.Single().Refusal?.VendorCode);
        Snapshot.Match(string.Join("\n", [.. prices.Requests, .. offers.Requests]) + "\n\n" + await SentAsync());
    }

    [Fact]
    public async Task A_price_without_a_store_goes_to_every_store_that_sells_in_its_currency()
    {
        var client = Client(options =>
        {
            options.MarketplaceIds = [.. options.MarketplaceIds, "A1PA6795UKMFR9"];
            options.MarketplaceIds = [.. options.MarketplaceIds, "A1F83G8C2ARO7P"];
        });

        await client.UpdatePricesAsync([new PriceChange { Sku = new("LAMP 1"), Price = Money.Eur(5m) }]);

        Assert.Equal(["A13V1IB3VIYZZH", "A1PA6795UKMFR9"], (await AddressesAsync()).Select(address => address.Split("marketplaceIds=")[1].Split('&')[0]));
    }

    [Fact]
    public async Task What_Amazon_has_no_place_for_is_not_sent()
    {
        var client = Client();
        var price = new PriceChange { Sku = new("LAMP 1"), Price = Money.Eur(5m) };
        var stock = new StockChange { Sku = new("LAMP 1"), Quantity = 1 };

        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdatePricesAsync([price with { OriginalPrice = Money.Eur(9m) }]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdatePricesAsync([price with { Price = new Money(5m, Currency.Usd) }]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdatePricesAsync([price with { Channel = "ATVPDKIKX0DER" }]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateStockAsync([stock with { Warehouse = "AMAZON_EU" }]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateStockAsync([stock, stock]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateStockAsync([stock with { VendorFields = new Dictionary<string, string> { ["colour"] = "red" } }]));
        Assert.Equal(0, amazon.Sent());
    }

    [Fact]
    public async Task A_feed_that_Amazon_works_on_is_running() => Assert.Equal(OfferBatchState.Running, (await BatchAsync("1001")).State);

    [Fact]
    public async Task A_feed_that_is_done_tells_each_item_by_its_number()
    {
        var batch = await BatchAsync("1002");

        Assert.Equal(OfferBatchState.Completed, batch.State);
        Assert.Equal([null, "amazon refused: 'size' is required but not supplied.", null], batch.Items.Select(item => item.Refusal?.Message));
        Assert.Equal(("90220", "size"), (batch.Items[1].Refusal!.VendorCode, batch.Items[1].Refusal!.Field));
    }

    [Theory]
    [InlineData("1003", "FATAL", "without a reason")]
    [InlineData("1004", "4000", "The feed is no JSON.")]
    [InlineData("1006", "CANCELLED", "without a reason")]
    public async Task A_feed_that_fails_as_a_whole_refuses_every_item(string id, string code, string words)
    {
        var batch = await BatchAsync(id);

        Assert.Equal((OfferBatchState.Failed, 3), (batch.State, batch.Items.Count));
        Assert.All(batch.Items, item => Assert.Equal(code, item.Refusal?.VendorCode));
        Assert.All(batch.Items, item => Assert.Contains(words, item.Refusal!.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1005")]
    [InlineData("1007")]
    [InlineData("1008")]
    [InlineData("1009")]
    public async Task A_feed_whose_report_is_missing_or_says_too_little_is_a_protocol_failure(string id) =>
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => BatchAsync(id))).Kind);

    [Fact]
    public async Task Feeds_are_listed_page_by_page()
    {
        var feeds = await AllAsync(Client().ListFeeds(new() { Types = ["JSON_LISTINGS_FEED"] }));

        Assert.Equal([("3485934", "DONE"), ("3485933", "CANCELLED")], feeds.Select(feed => (feed.Id.Value, feed.State)));
    }

    private Task<OfferBatch> BatchAsync(string id) => Client().GetBatchAsync(new OfferBatch
    {
        Id = new BatchId(id), Kind = OfferBatchKind.Stock, State = OfferBatchState.Running, Keys = [new(new("LAMP 1")), new(new("LAMP-2")), new(new("LAMP-3"))],
    });
}
