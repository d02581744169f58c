using Commerce.Agents.Domain.Marketplaces;
using Commerce.Carriers;
using Commerce.Marketplaces;
using Commerce.Payments.Commissions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

public sealed class MarketplaceOptionsTests
{
    public static TheoryData<string, Action<MarketplacesOptions>> Wrong => new()
    {
        { "StockBuffer is 1001", options => options.StockBuffer = 1001 },
        { "CommissionTolerance is 2", options => options.CommissionTolerance = 2 },
        { "PollInterval is 00:00:09", options => options.PollInterval = TimeSpan.FromSeconds(9) },
        { "RetryInterval is 00:00:00", options => options.RetryInterval = TimeSpan.Zero },
        { "MaxRetryInterval is 00:00:59", options => options.MaxRetryInterval = TimeSpan.FromSeconds(59) },
        { "Overlap is -00:00:01", options => options.Overlap = TimeSpan.FromSeconds(-1) },
        { "FirstWindow is 00:00:00", options => options.FirstWindow = TimeSpan.Zero },
        { "PlacedWindow is 00:59:00", options => options.PlacedWindow = TimeSpan.FromMinutes(59) },
        { "Listings.MaxImages has ebay 0", options => options.Listings.MaxImages[MarketplaceCode.Ebay] = 0 },
        { "Listings.MiraklLeadTimeDays is 61", options => options.Listings.MiraklLeadTimeDays = 61 },
        { "Listings.MiraklNewState is empty", options => options.Listings.MiraklNewState = " " },
        { "Listings.SilenceLimit is 00:59:00", options => options.Listings.SilenceLimit = TimeSpan.FromMinutes(59) },
        { "Listings.MonitorInterval is 00:00:00", options => options.Listings.MonitorInterval = TimeSpan.Zero },
        { "PriceRules has ebay", options => options.PriceRules["ebay"] = new MarketplacePriceRule() },
        { "CarrierCodes has ebay", options => options.CarrierCodes.Set("ebay", CarrierCode.Ups, "UPS") },
        { "CarrierCodes of all has a word of 0 characters for ups: give 1 to 100", options => options.CarrierCodes.Set(CarrierCode.Ups, "") },
        { "CarrierCodes of mirakl has a word of 101 characters for ups: give 1 to 100", options => options.CarrierCodes.Set(Market.One, CarrierCode.Ups, new string('x', 101)) },
        { "has the factor 0.009", options => options.PriceRules[Market.One] = new MarketplacePriceRule(0.009m) },
        { "has the factor 101", options => options.PriceRules[Market.One] = new MarketplacePriceRule(101) },
        { "has the step -1", options => options.PriceRules[Market.One] = new MarketplacePriceRule(1, -1) },
        { "ReconcileInterval is 2.00:00:00", options => options.ReconcileInterval = TimeSpan.FromDays(2) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_option_stops_the_start_and_is_named_with_its_value(string told, Action<MarketplacesOptions> configure)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Market.OpenAsync(configure: options => configure(options)).ContinueWith(
            opened => opened.Result.Host.Services.GetService(typeof(IOptions<MarketplacesOptions>)) is IOptions<MarketplacesOptions> options ? options.Value : null, TaskScheduler.Default));

        Assert.Contains(told, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Electronics", 374.85)]
    [InlineData("Computers", 299.88)]
    [InlineData("Smartphones", 374.85)]
    [InlineData("Tablets", 374.85)]
    [InlineData("Accessories", 499.80)]
    [InlineData("Home & Garden", 374.85)]
    [InlineData("Fashion", 449.82)]
    [InlineData("Books", 374.85)]
    [InlineData("Sports", 374.85)]
    [InlineData("Toys", 374.85)]
    [InlineData(null, 374.85)]
    public void Commission_of_a_laptop_is_its_category_s(string? category, double expected)
    {
        var check = Check(new MarketplacesOptions().Commission, category, Money.Eur(2_499));

        Assert.Equal(Money.Eur((decimal)expected), check.Expected);
    }

    [Fact]
    public void Ebay_takes_twelve_percent_where_no_category_holds() =>
        Assert.Equal(Money.Eur(299.88m), Check(new MarketplacesOptions().Commissions[MarketplaceCode.Ebay], null, Money.Eur(2_499)).Expected);

    [Fact]
    public void What_cannot_be_computed_or_compared_is_flagged_and_what_is_not_reported_is_not()
    {
        var schedule = CommissionSchedule.Sample;

        Assert.True(Check(schedule, null, Money.Eur(-1)).IsFlagged);
        Assert.True(MarketplaceCommissions.Check(schedule, [Line(null, Money.Eur(10))], default, new Money(1.50m, Currency.Parse("USD")), 0.01m).IsFlagged);
        Assert.False(Check(schedule, null, Money.Eur(10)).IsFlagged);
    }

    private static CommissionCheck Check(CommissionSchedule schedule, string? category, Money goods) =>
        MarketplaceCommissions.Check(schedule, [Line(category, goods)], new DateOnly(2026, 11, 28), null, 0.01m);

    private static SaleLine Line(string? category, Money goods) => new() { Id = "1", Captured = goods, Goods = goods, Category = category };
}
