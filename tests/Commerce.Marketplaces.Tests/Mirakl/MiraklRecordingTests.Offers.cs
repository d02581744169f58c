using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed partial class MiraklRecordingTests
{
    [Fact]
    public async Task Offers_are_listed_page_by_page_to_their_total()
    {
        var offers = await AllAsync(((IOfferReader)Client(options => options.ShopId = 2000)).ListOffers(new OfferQuery { PageSize = 2 }));

        Assert.Equal(["7001", "7002", "7003"], offers.Select(offer => offer.VendorOfferId));
        Assert.Equal(("LAMP-1", "MKP9001", 12, 29.9m, true, "11"), (
            offers[0].Sku.Value, offers[0].VendorProductId, offers[0].Quantity, offers[0].Price?.Amount, offers[0].IsActive, offers[0].Condition));
        Assert.False(offers[1].IsActive);
        Assert.Equal(["OUT_OF_STOCK"], offers[1].Issues);
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task Offers_of_several_skus_are_asked_for_one_after_the_other()
    {
        var offers = await AllAsync(((IOfferReader)Client()).ListOffers(new OfferQuery { Skus = [new("NO-SUCH"), new("LAMP-1")] }));

        Assert.Equal("LAMP-1", offers.Single().Sku.Value);
        Assert.Equal(
            ["GET /api/offers?sku=NO-SUCH&max=100&offset=0", "GET /api/offers?sku=LAMP-1&max=100&offset=0"], await AddressesAsync());
    }

    [Theory]
    [InlineData("FAIL-1", CommerceErrorKind.Unavailable, 2)]
    [InlineData("BUSY-1", CommerceErrorKind.Throttled, 1)]
    [InlineData("ODD-1", CommerceErrorKind.Protocol, 1)]
    public async Task Offers_that_cannot_be_had_are_a_failure(string sku, CommerceErrorKind kind, int requests)
    {
        var failure = await FailureAsync(() => AllAsync(((IOfferReader)Client()).ListOffers(new OfferQuery { Skus = [new(sku)] })));

        Assert.Equal((kind, "list-offers"), (failure.Kind, failure.Operation));
        Assert.Equal(requests, mirakl.Sent());
    }

    [Fact]
    public async Task Carriers_are_listed_with_the_operators_codes()
    {
        var carriers = await ((ICarrierDirectory)Client()).ListCarriersAsync();

        Assert.Equal(
            [
                new MarketplaceCarrier("UPS", "UPS", "UPS", "https://track.example.com/ups/{trackingId}"),
                new MarketplaceCarrier("DPD-FR", "DPD France", "DPD", null),
                new MarketplaceCarrier("HOUSE", "Own fleet", null, null),
            ],
            carriers);
        Snapshot.Match(await SentAsync());
    }

    [Theory]
    [InlineData(11, CommerceErrorKind.Unavailable, 2)]
    [InlineData(12, CommerceErrorKind.Protocol, 1)]
    public async Task Carriers_that_cannot_be_had_are_a_failure(int shop, CommerceErrorKind kind, int requests)
    {
        var failure = await FailureAsync(() => ((ICarrierDirectory)Client(options => options.ShopId = shop)).ListCarriersAsync());

        Assert.Equal((kind, "list-carriers"), (failure.Kind, failure.Operation));
        Assert.Equal(requests, mirakl.Sent($"shop_id={shop}"));
    }

    [Fact]
    public async Task Carriers_are_not_given_to_a_wrong_key()
    {
        var failure = await FailureAsync(() => ((ICarrierDirectory)Client(options => options.ApiKey = "another-key")).ListCarriersAsync());

        Assert.Equal(CommerceErrorKind.Unauthorized, failure.Kind);
    }
}
