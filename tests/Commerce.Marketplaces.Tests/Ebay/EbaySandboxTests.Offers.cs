using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

public sealed partial class EbaySandboxTests
{
    [Fact]
    public async Task Many_quantities_go_in_few_calls_with_an_outcome_for_each()
    {
        for (var i = 0; i < 60; i++)
        {
            Ebay.Offer($"S-{i:D2}", 1, 10m);
        }

        var batch = await Client().UpdateStockAsync(
        [
            .. Enumerable.Range(0, 60).Select(i => new StockChange { Sku = new($"S-{i:D2}"), Quantity = i }),
            new StockChange { Sku = new("NONE"), Quantity = 1 },
        ]);

        Assert.Equal(61, batch.Items.Count);
        Assert.Equal(new OfferKey(new("NONE")), Assert.Single(batch.Items, item => !item.IsSuccess).Key);
        Assert.Equal(59, Ebay.Stock["S-59"]);
        Assert.Equal(3, _sandbox.Faults.Calls.Count(call => call.Operation == "update-price-quantity"));
    }

    [Fact]
    public async Task Where_a_call_may_name_one_sku_only_each_goes_alone()
    {
        Ebay.TakesOneSkuPerCall = true;

        var batch = await Client().UpdateStockAsync([new StockChange { Sku = new("LAMP-1"), Quantity = 5 }, new StockChange { Sku = new("LAMP-2"), Quantity = 6 }]);

        Assert.All(batch.Items, item => Assert.True(item.IsSuccess, item.Refusal?.Message));
        Assert.Equal((5, 6), (Ebay.Stock["LAMP-1"], Ebay.Stock["LAMP-2"]));
    }

    [Fact]
    public async Task An_item_that_cannot_be_sent_does_not_hide_the_others()
    {
        var batch = await Client().UpdatePricesAsync(
        [
            new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(31.5m) },
            new PriceChange { Sku = new("LAMP-2"), Price = Money.Eur(40m), OriginalPrice = Money.Eur(50m) },
            new PriceChange { Sku = new("NONE"), Price = Money.Eur(1m) },
            new PriceChange { Sku = new(new string('S', 51)), Price = Money.Eur(1m) },
            new PriceChange { Sku = new("LAMP-2"), Price = Money.Eur(40m), Channel = "EBAY_DE" },
        ]);

        Assert.Equal([null, "NotSupported", "NotFound", "Validation", "InvalidTransition"], batch.Items.Select(item => item.Refusal?.Code.Value));
        Assert.Equal((31.5m, 49.99m), (Ebay.Prices["LAMP-1"], Ebay.Prices["LAMP-2"]));
    }

    [Fact]
    public async Task A_listing_that_was_revised_too_often_today_is_refused_until_tomorrow()
    {
        var client = Client();
        for (var i = 0; i < 250; i++)
        {
            await client.UpdatePricesAsync([new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(20m) }]);
        }

        var today = await client.UpdatePricesAsync([new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(21m) }]);
        _clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await client.UpdatePricesAsync([new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(21m) }]);

        Assert.Equal((false, true), (today.Items[0].IsSuccess, tomorrow.Items[0].IsSuccess));
    }

    [Fact]
    public async Task A_technical_failure_of_one_part_is_the_outcome_of_its_items_only()
    {
        for (var i = 0; i < 30; i++)
        {
            Ebay.Offer($"S-{i:D2}", 1, 10m);
        }

        _sandbox.Faults.Add("ebay", "update-price-quantity", SandboxFault.Unavailable);
        var batch = await Client(options => options.MaxRetries = 0).UpdateStockAsync([.. Enumerable.Range(0, 30).Select(i => new StockChange { Sku = new($"S-{i:D2}"), Quantity = 9 })]);

        Assert.Equal((25, 5), (batch.Items.Count(item => item.Refusal?.Code == RefusalCode.ExternalUnavailable), batch.Items.Count(item => item.IsSuccess)));
    }

    [Fact]
    public async Task An_offer_is_made_published_changed_without_losing_anything_and_ended()
    {
        var client = Client();
        var writer = (IOfferWriter)client;
        var draft = new OfferDraft
        {
            Sku = new("NEW-1"), ProductId = "4000000000013", Price = Money.Eur(19.9m), Quantity = 4, Condition = "NEW",
            VendorFields = new Dictionary<string, string> { ["title"] = "A lamp", ["categoryId"] = "122836" },
        };

        var made = await writer.PutOffersAsync([draft, draft with { Sku = new("NEW-2"), VendorFields = new Dictionary<string, string>() }, draft with { Sku = new("NEW-3"), Condition = "as new" }]);
        var changed = await writer.PutOffersAsync([draft with { Price = Money.Eur(18m), VendorFields = new Dictionary<string, string>() }]);

        // What has no category cannot be published; the condition is none of eBay's words.
        Assert.Equal([true, false, false], made.Items.Select(item => item.IsSuccess));
        Assert.True(changed.Items[0].IsSuccess, changed.Items[0].Refusal?.Message);
        var offers = await AllAsync(((IOfferReader)client).ListOffers(new OfferQuery { IncludeRaw = true }));
        var offer = Assert.Single(offers, offer => offer.Sku.Value == "NEW-1");
        Assert.Equal((Money.Eur(18m), true, "A lamp", "NEW", "EBAY_FR"), (offer.Price, offer.IsActive, offer.Title, offer.Condition, offer.Channel));
        Assert.Contains("122836", offer.Raw, StringComparison.Ordinal);

        var ended = await writer.EndOffersAsync([new OfferKey(new("NEW-1")), new OfferKey(new("NONE"))]);
        var again = await writer.EndOffersAsync([new OfferKey(new("NEW-1"))]);

        Assert.Equal([true, false], ended.Items.Select(item => item.IsSuccess));
        Assert.True(again.Items[0].IsSuccess);
        Assert.False((await AllAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("NEW-1")] }))).Single().IsActive);
    }

    [Fact]
    public async Task All_offers_are_listed_page_by_page()
    {
        for (var i = 0; i < 30; i++)
        {
            Ebay.Offer($"S-{i:D2}", 1, 10m);
        }

        var offers = await AllAsync(((IOfferReader)Client()).ListOffers(new OfferQuery { PageSize = 10 }));
        var few = await AllAsync(((IOfferReader)Client()).ListOffers(new OfferQuery { Skus = [new("S-01"), new("NONE"), new("LAMP-2")] }));

        Assert.Equal(32, offers.Select(offer => offer.Sku).Distinct().Count());
        Assert.Equal(["S-01", "LAMP-2"], few.Select(offer => offer.Sku.Value));
    }

    [Fact]
    public async Task A_report_of_all_listings_is_asked_for_and_fetched()
    {
        var client = Client();
        var report = (await client.RequestListingReportAsync()).Value;

        Assert.Equal(MarketplaceRequestState.Pending, (await client.GetReportAsync(report)).State);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(MarketplaceRequestState.Done, (await client.GetReportAsync(report)).State);
        Assert.Equal("<BulkDataExchangeResponses/>"u8.ToArray(), (await client.DownloadReportAsync(report)).ToArray());
    }

    [Fact]
    public async Task Quotas_are_read_with_the_applications_own_token()
    {
        var quota = Assert.Single(await Client().ReadQuotasAsync("sell"));

        Assert.Equal(("sell/Inventory", "sell.inventory", 2_000_000, 1_999_000, TimeSpan.FromDays(1)), (quota.Api, quota.Resource, quota.Limit, quota.Remaining, quota.Window));
    }
}
