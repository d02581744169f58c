using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Marketplaces;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

public sealed class DiscontinuedListingTests
{
    private static readonly ListingContent Content = new() { Title = "Lamp", ProductId = "4006381333931", Price = Money.Eur(39.90m) };

    [Fact]
    public async Task The_listings_of_a_product_that_is_no_longer_sold_end()
    {
        await using var market = await Market.OpenAsync();
        await market.Host.AskAsync<Answer>(new CreateListing(Market.One, Shop.Lamp, Content));
        await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        await market.Host.SendAsync(new ProductDiscontinued(Product.IdOf(Shop.Lamp), Shop.Lamp, ["Status"]));
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        var listing = Assert.Single((await market.Repository<Listing>().ListAsync(new())).Items);
        Assert.Equal(ListingStatus.Ended, listing.Status);
        Assert.Equal(Shop.Lamp, market.Host.Published.Only<ListingEnded>().Sku);
    }

    [Fact]
    public async Task Other_products_keep_their_listings()
    {
        await using var market = await Market.OpenAsync();
        await market.Host.AskAsync<Answer>(new CreateListing(Market.One, Shop.Lamp, Content));
        await market.Host.SettleAsync();

        await market.Host.SendAsync(new ProductDiscontinued(Product.IdOf(Shop.Vase), Shop.Vase, ["Status"]));
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(ListingStatus.Draft, Assert.Single((await market.Repository<Listing>().ListAsync(new())).Items).Status);
    }
}
