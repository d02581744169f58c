using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    private static readonly DateOnly HandOver = new(2026, 3, 3);

    [Fact]
    public async Task Rates_are_the_negotiated_ones_where_the_account_has_them()
    {
        var result = await ((IRateProvider)Client()).GetRatesAsync(CarrierSamples.Rates());

        Assert.Equal([("11", 9.10m, true), ("65", 24.00m, false)], result.Quotes.Select(quote => (quote.Service.Value, quote.Price.Amount, quote.IsNegotiated)));
        Assert.Equal([(false, null), (true, (int?)1)], result.Quotes.Select(quote => (quote.IsGuaranteed, quote.TransitDays)));
        Assert.Equal(("110971", "11"), (Assert.Single(result.Messages).Code, result.Messages[0].Service?.Value));
        await MatchAsync("/rating/");
    }

    [Fact]
    public async Task Rate_of_one_service_lists_the_contracts_own_surcharges_and_tax()
    {
        var result = await ((IRateProvider)Client()).GetRatesAsync(CarrierSamples.Rates() with { Service = new CarrierService("11") });

        var quote = Assert.Single(result.Quotes);
        Assert.Equal((9.10m, 10.92m, "EUR"), (quote.Price.Amount, quote.PriceWithTax?.Amount, quote.Price.Currency.Code));
        Assert.Equal([("375", 1.40m), ("434 Peak_Residential", 0.30m)], quote.Surcharges.Select(part => (part.Key, part.Value.Amount)));
        await MatchAsync("/rating/");
    }

    [Fact]
    public async Task Rates_for_a_day_of_hand_over_tell_when_the_parcel_arrives()
    {
        var result = await ((IRateProvider)Client()).GetRatesAsync(CarrierSamples.Rates() with { ShipDate = HandOver });

        var (standard, saver) = (result.Quotes[0], result.Quotes[1]);
        Assert.Equal((2, false, "UPS Standard"), (standard.TransitDays, standard.IsGuaranteed, standard.ServiceName));
        Assert.Equal(("ServiceOptionsCharges", 0.50m), standard.Surcharges.Select(part => (part.Key, part.Value.Amount)).Single());
        Assert.Equal((1, true, "UPS Express Saver"), (saver.TransitDays, saver.IsGuaranteed, saver.ServiceName));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero), saver.DeliveryBy);
        Assert.Equal((24.00m, 28.80m), (saver.Price.Amount, saver.PriceWithTax?.Amount));
        Assert.Equal(("375 Fuel Surcharge", 3.60m), saver.Surcharges.Select(part => (part.Key, part.Value.Amount)).Single());
        Assert.Equal("120900", Assert.Single(result.Messages).Code);
        await MatchAsync("/rating/");
    }

    [Fact]
    public async Task Rate_of_one_service_for_a_day_of_hand_over_is_read_where_it_is_no_list()
    {
        var result = await ((IRateProvider)Client()).GetRatesAsync(CarrierSamples.Rates() with
        {
            Service = new CarrierService("65"),
            ShipDate = HandOver,
            Options = new ShipmentOptions { Signature = true, SaturdayDelivery = true, InsuredValue = new Money(120m, Currency.Parse("EUR")) },
        });

        Assert.Equal(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero), Assert.Single(result.Quotes).DeliveryBy);
        await MatchAsync("/rating/");
    }

    [Fact]
    public async Task Public_rates_across_a_border_name_the_value_of_the_goods()
    {
        var client = (IRateProvider)Client(change: options => (options.UseNegotiatedRates, options.PickupType) = (false, "03"));

        var result = await client.GetRatesAsync(CarrierSamples.Rates() with { Recipient = American, GoodsValue = new Money(119.90m, Currency.Parse("EUR")) });

        Assert.False(Assert.Single(result.Quotes).IsNegotiated);
        await MatchAsync("/rating/");
    }

    [Fact]
    public async Task Lane_without_service_is_an_empty_list_with_the_reason()
    {
        var result = await RatesToAsync("97133");

        Assert.Empty(result.Quotes);
        Assert.Equal("111210", Assert.Single(result.Messages).Code);
    }

    [Theory]
    [InlineData("69003", CommerceErrorKind.Invalid, "10002", 1)]
    [InlineData("69004", CommerceErrorKind.Forbidden, null, 1)]
    [InlineData("69005", CommerceErrorKind.Throttled, "10429", 1)]
    [InlineData("69006", CommerceErrorKind.Unavailable, "20001", 3)]
    [InlineData("69008", CommerceErrorKind.Protocol, null, 1)]
    [InlineData("69009", CommerceErrorKind.Protocol, null, 1)]
    public async Task Rates_that_fail_say_why(string postalCode, CommerceErrorKind kind, string? code, int requests)
    {
        var exception = await FailureAsync(() => RatesToAsync(postalCode));

        Assert.Equal((kind, code, "rate"), (exception.Kind, exception.VendorCode, exception.Operation));
        Assert.Equal(kind == CommerceErrorKind.Throttled ? TimeSpan.FromHours(1) : null, exception.RetryAfter);
        Assert.Equal(requests, ups.Sent("/rating/"));
    }

    [Fact]
    public async Task Rates_are_asked_for_again_after_an_outage()
    {
        var result = await RatesToAsync("69007");

        Assert.Equal(12.40m, Assert.Single(result.Quotes).Price.Amount);
        Assert.Equal(2, ups.Sent("/rating/"));
    }

    private Task<RateResult> RatesToAsync(string postalCode)
    {
        var address = CarrierSamples.Recipient.Address with { PostalCode = postalCode };
        return ((IRateProvider)Client()).GetRatesAsync(CarrierSamples.Rates() with { Recipient = CarrierSamples.Recipient with { Address = address } });
    }
}
