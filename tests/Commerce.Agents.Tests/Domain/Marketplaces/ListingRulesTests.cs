using Commerce.Agents.Domain.Marketplaces;
using Commerce.Marketplaces;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

public sealed class ListingRulesTests
{
    private static readonly Uri Image = new("https://example.com/1.jpg");
    private static readonly ListingOptions Options = new();

    private static readonly ListingContent Content = new()
    {
        Title = "Lamp", ProductId = "4006381333931", Price = Money.Eur(39.90m), Brand = "Lumen", MainImage = Image, ReturnPolicy = "30 days",
    };

    public static TheoryData<string, ListingContent> Wrong => new()
    {
        { "Title", Content with { Title = " " } },
        { "ProductId", Content with { ProductId = new string('1', 101) } },
        { "Condition", Content with { Condition = "" } },
        { "Price", Content with { Price = Money.Eur(0) } },
        { "Price", Content with { Price = Money.Eur(1.005m) } },
        { "LeadTimeDays", Content with { LeadTimeDays = 61 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_content_is_refused_everywhere_and_names_the_field(string field, ListingContent content)
    {
        foreach (var marketplace in Market.Six.Append(new MarketplaceCode("fnac")))
        {
            Assert.Equal(field, Assert.Single(ListingRules.Check(marketplace, content, Options)).Field);
        }
    }

    [Theory]
    [InlineData("ebay", 11, true)]
    [InlineData("ebay", 12, false)]
    [InlineData("amazon", 5, true)]
    [InlineData("amazon", 6, false)]
    [InlineData("mirakl", 40, true)]
    public void Images_beside_the_main_one_are_bounded(string marketplace, int images, bool isTaken)
    {
        var refusals = ListingRules.Check(new MarketplaceCode(marketplace), Content with { Images = [.. Enumerable.Repeat(Image, images)] }, Options);

        Assert.Equal(isTaken ? [] : ["Images"], refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public void Ebay_wants_a_return_policy_and_amazon_a_main_image_and_a_brand()
    {
        var bare = Content with { ReturnPolicy = null, MainImage = null, Brand = "" };

        Assert.Equal(["ReturnPolicy"], ListingRules.Check(MarketplaceCode.Ebay, bare, Options).Select(refusal => refusal.Field));
        Assert.Equal(["MainImage", "Brand"], ListingRules.Check(MarketplaceCode.Amazon, bare, Options).Select(refusal => refusal.Field));
        Assert.Empty(ListingRules.Check(MarketplaceCode.Mirakl, bare, Options));
    }

    [Fact]
    public void Mirakl_gets_two_days_and_state_11_for_new_unless_told_otherwise()
    {
        var plain = ListingRules.Offer(MarketplaceCode.Mirakl, Shop.Lamp, Content, 3, Options);
        var told = ListingRules.Offer(MarketplaceCode.Mirakl, Shop.Lamp, Content with { LeadTimeDays = 5, Condition = "10" }, 3, Options);
        var other = ListingRules.Offer(MarketplaceCode.Ebay, Shop.Lamp, Content, 3, Options);

        Assert.Equal((2, "11"), (plain.LeadTimeDays, plain.Condition));
        Assert.Equal((5, "10"), (told.LeadTimeDays, told.Condition));
        Assert.Equal((null, "new"), (other.LeadTimeDays, other.Condition));
    }
}
