using Commerce.Carriers.Tariffs;
using Xunit;

namespace Commerce.Carriers.Tests.Tariffs;

/// <summary>Prices of price lists, to the cent.</summary>
public sealed class TariffBookTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly CarrierService Standard = new("standard");

    [Fact]
    public async Task Golden_volumetric_weight_and_fuel_of_dpd()
    {
        var quote = await QuoteDpdAsync(Request(3.2m, new Dimensions(40, 30, 20)));

        Assert.Equal(Money.Eur(8.75m), quote.Price);
        Assert.Equal(Money.Eur(0.46m), quote.Surcharges["fuel"]);
        Assert.Equal(3, quote.TransitDays);
    }

    [Fact]
    public async Task Golden_remote_area_saturday_and_insurance_of_dpd()
    {
        var quote = await QuoteDpdAsync(Request(3.2m, new Dimensions(40, 30, 20), "20000") with
        {
            Options = new ShipmentOptions { SaturdayDelivery = true, InsuredValue = Money.Eur(200) },
        });

        Assert.Equal(Money.Eur(39.75m), quote.Price);
        Assert.Equal(Money.Eur(4.00m), quote.Surcharges["insurance"]);
    }

    [Fact]
    public async Task Insurance_below_what_is_included_costs_nothing()
    {
        var quote = await QuoteDpdAsync(Request(3.2m) with { Options = new ShipmentOptions { InsuredValue = Money.Eur(25) } });

        Assert.DoesNotContain("insurance", quote.Surcharges.Keys);
    }

    [Theory]
    [InlineData("4.999", "8.29")]
    [InlineData("5", "13.12")]
    [InlineData("0", "5.19")]
    [InlineData("30", "18.90")]
    public async Task A_bound_belongs_to_the_heavier_band_and_the_last_one_to_its_own(string kilograms, string expected)
    {
        var book = TariffBook.Compile([await SampleTariffs.ReadAsync(CarrierCode.Dpd, "dpd", cancellationToken: CancellationToken.None)]);
        var weight = Weight.FromKilograms(decimal.Parse(kilograms, System.Globalization.CultureInfo.InvariantCulture));
        var request = Request(1) with { Parcels = [new Parcel { Weight = weight.Grams == 0 ? Weight.FromGrams(1) : weight }], Service = Standard };

        var quote = Assert.Single(book.Quote("dpd", request, Day).Quotes);

        var price = quote.Price - quote.Surcharges["fuel"];
        Assert.Equal(Money.Parse($"{expected} EUR"), price);
    }

    [Fact]
    public async Task What_the_contract_does_not_take_is_a_message_that_names_the_parcel()
    {
        var tariff = await SampleTariffs.ReadAsync(CarrierCode.Dpd, "dpd");
        var tooHeavy = TariffBook.Compile([tariff]).Quote("dpd", Request(31), Day);
        var tooLong = TariffBook.Compile([tariff]).Quote("dpd", Request(3, new Dimensions(121, 20, 20)), Day);

        Assert.Contains("Parcels[0].Weight", Assert.Single(tooHeavy.Messages).Message, StringComparison.Ordinal);
        Assert.Contains("Parcels[0].Dimensions", Assert.Single(tooLong.Messages).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Oversize_is_charged_when_the_contract_allows_it()
    {
        var tariff = await SampleTariffs.ReadAsync(CarrierCode.Dpd, "dpd");
        var book = TariffBook.Compile([tariff with { Contract = tariff.Contract with { AllowOversize = true } }]);

        var quote = book.Quote("dpd", Request(3, new Dimensions(121, 10, 10)) with { Service = Standard }, Day).Quotes[0];

        Assert.Equal(Money.Eur(25), quote.Surcharges["oversize"]);
    }

    [Fact]
    public void The_most_specific_destination_wins_then_the_cheapest()
    {
        var book = Book(
            [
                Row("*", 1), Row("zone:EU", 2), Row("FR", 5), Row("zone:CORSICA", 9),
                Row("FR", 4) with { Origin = CountryCode.France },
            ]);

        Assert.Equal(9, Price(book, "20137"));
        Assert.Equal(4, Price(book, "69002"));
        Assert.Equal(2, Price(book, "10115", CountryCode.Germany));
        Assert.Equal(1, Price(book, "10001", CountryCode.UnitedStates));
    }

    [Fact]
    public void Every_service_keeps_its_own_most_specific_price()
    {
        var express = new CarrierService("express");
        var book = Book([Row("FR", 5), Row("*", 7) with { Service = express }]);

        var quotes = book.Quote("mine", Request(1), Day).Quotes;

        Assert.Equal([(Standard, 5m), (express, 7m)], quotes.Select(quote => (quote.Service, quote.Price.Amount)));
    }

    [Fact]
    public void Kilograms_above_the_beginning_of_the_band_cost_extra()
    {
        var book = Book([Row("FR", 10) with { From = Weight.FromKilograms(10), To = Weight.FromKilograms(70), PricePerExtraKilogram = 0.35m }]);

        Assert.Equal(10m + (0.35m * 2.5m), book.Quote("mine", Request(12.5m), Day).Quotes[0].Price.Amount, 2);
    }

    [Fact]
    public void Prices_hold_from_their_first_to_their_last_day()
    {
        var book = Book([Row("FR", 5) with { ValidTo = Day }, Row("FR", 6) with { ValidFrom = Day.AddDays(1), ValidTo = Day.AddDays(2) }]);

        Assert.Equal(5, book.Quote("mine", Request(1), Day).Quotes[0].Price.Amount);
        Assert.Equal(6, book.Quote("mine", Request(1), Day.AddDays(2)).Quotes[0].Price.Amount);
        Assert.Contains("2026-03-05", Assert.Single(book.Quote("mine", Request(1), Day.AddDays(3)).Messages).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parcels_are_priced_together_or_each_as_the_contract_says()
    {
        var request = Request(1) with { Parcels = [new Parcel { Weight = Weight.FromKilograms(6) }, new Parcel { Weight = Weight.FromKilograms(6) }] };
        TariffRow[] rows = [Row("FR", 5) with { To = Weight.FromKilograms(10) }];

        Assert.Contains("12.000 kg", Assert.Single(Book(rows).Quote("mine", request, Day).Messages).Message, StringComparison.Ordinal);
        Assert.Equal(10, Book(rows, TariffBasis.Parcel).Quote("mine", request, Day).Quotes[0].Price.Amount);
    }

    [Fact]
    public void Surcharges_come_in_order_and_fuel_counts_on_those_that_are_fuelable()
    {
        var book = Book(
            [Row("FR", 10)],
            new TariffSurcharge { Name = "fuel", Stage = SurchargeStage.Fuel, Unit = SurchargeUnit.Percentage, Value = 10 },
            new TariffSurcharge { Name = "toll", Unit = SurchargeUnit.PerKilogram, Value = 1, IsFuelable = true },
            new TariffSurcharge { Name = "handling", Unit = SurchargeUnit.PerParcel, Value = 2 },
            new TariffSurcharge { Name = "residential", Unit = SurchargeUnit.Percentage, Value = 1, Min = 3, OnlyResidential = true },
            new TariffSurcharge { Name = "peak", Unit = SurchargeUnit.Percentage, Value = 50, Max = 1.5m });

        var quote = book.Quote("mine", Request(4), Day).Quotes[0];

        Assert.Equal(["toll", "handling", "residential", "peak", "fuel"], quote.Surcharges.Keys);
        Assert.Equal([4m, 2m, 3m, 1.5m, 1.4m], quote.Surcharges.Values.Select(part => part.Amount));
        Assert.Equal(10 + 4 + 2 + 3 + 1.5m + 1.4m, quote.Price.Amount);
    }

    [Fact]
    public void A_surcharge_needs_its_service_its_country_and_its_days()
    {
        var book = Book(
            [Row("*", 10)],
            new TariffSurcharge { Name = "other service", Unit = SurchargeUnit.Fixed, Value = 1, Services = [new CarrierService("express")] },
            new TariffSurcharge { Name = "other country", Unit = SurchargeUnit.Fixed, Value = 1, Countries = [CountryCode.Germany] },
            new TariffSurcharge { Name = "over", Unit = SurchargeUnit.Fixed, Value = 1, ValidTo = Day.AddDays(-1) },
            new TariffSurcharge { Name = "to come", Unit = SurchargeUnit.Fixed, Value = 1, ValidFrom = Day.AddDays(1) });

        Assert.Empty(book.Quote("mine", Request(1), Day).Quotes[0].Surcharges);
    }

    [Fact]
    public void An_unknown_account_is_named_with_those_that_there_are() =>
        Assert.Contains("mine", Assert.Throws<KeyNotFoundException>(() => Book([Row("FR", 1)]).Quote("other", Request(1), Day)).Message, StringComparison.Ordinal);

    private static async Task<RateQuote> QuoteDpdAsync(RateRequest request)
    {
        var book = TariffBook.Compile([await SampleTariffs.ReadAsync(CarrierCode.Dpd, "dpd")]);
        return Assert.Single(book.Quote("dpd", request with { Service = Standard }, Day).Quotes);
    }

    private static TariffRow Row(string destination, decimal price) => new()
    {
        Service = Standard,
        Destination = TariffDestination.Parse(destination),
        From = default,
        To = Weight.FromKilograms(30),
        Price = Money.Eur(price),
    };

    private static TariffBook Book(IReadOnlyList<TariffRow> rows, params TariffSurcharge[] surcharges) => Book(rows, TariffBasis.Shipment, surcharges);

    private static TariffBook Book(IReadOnlyList<TariffRow> rows, TariffBasis basis, params TariffSurcharge[] surcharges) => TariffBook.Compile(
        [
            new Tariff
            {
                Contract = new TariffContract
                {
                    Carrier = CarrierCode.Dpd,
                    Account = "mine",
                    Currency = Currency.Eur,
                    Basis = basis,
                    Surcharges = surcharges,
                    Zones =
                    [
                        new TariffZone { Name = "eu", Countries = [CountryCode.France, CountryCode.Germany] },
                        new TariffZone { Name = "Corsica", Countries = [CountryCode.France], PostalPrefixes = ["20"] },
                    ],
                },
                Rows = rows,
            },
        ]);

    private static decimal Price(TariffBook book, string postalCode, CountryCode? country = null) =>
        Assert.Single(book.Quote("mine", Request(1, null, postalCode, country), Day).Quotes).Price.Amount;

    private static RateRequest Request(decimal kilograms, Dimensions? size = null, string postalCode = "69002", CountryCode? country = null) => new()
    {
        Sender = CarrierSamples.Sender,
        Recipient = CarrierSamples.Recipient with
        {
            Address = CarrierSamples.Recipient.Address with { PostalCode = postalCode, Country = country ?? CountryCode.France },
        },
        Parcels = [new Parcel { Weight = Weight.FromKilograms(kilograms), Dimensions = size }],
    };
}
