using Commerce.Agents.Domain.Payments;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

public sealed class TaxRulesTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);
    private static readonly VatNumberCheck Valid = new(IsValid: true);

    [Theory]
    [InlineData("FR", 20)]
    [InlineData("DE", 19)]
    [InlineData("BE", 21)]
    [InlineData("IT", 22)]
    [InlineData("ES", 21)]
    [InlineData("NL", 21)]
    [InlineData("PT", 23)]
    [InlineData("AT", 20)]
    [InlineData("LU", 17)]
    [InlineData("GB", 20)]
    public void Standard_rates_are_the_public_ones(string country, int percent)
    {
        var calculation = Calculate(Request(country, seller: country)).Value;

        Assert.Equal((percent, country, TaxTreatment.Destination), (calculation.Tax.Amount, calculation.Jurisdiction, calculation.Treatment));
    }

    [Fact]
    public void Tax_is_rounded_once_for_each_line()
    {
        var calculation = Calculate(Request("FR", lines: [new("a", Money.Eur(0.12m)), new("b", Money.Eur(0.13m)), new("c", Money.Eur(10.13m))])).Value;

        Assert.Equal([0.02m, 0.03m, 2.03m], calculation.Lines.Select(line => line.Tax.Amount));
        Assert.Equal((10.38m, 2.08m), (calculation.Base.Amount, calculation.Tax.Amount));
    }

    [Theory]
    [InlineData(1.50, 0.29)]
    [InlineData(0.50, 0.10)]
    public void Half_a_cent_goes_away_from_zero(double net, double tax) =>
        Assert.Equal((decimal)tax, Calculate(Request("DE", seller: "DE", lines: [new("a", Money.Eur((decimal)net))])).Value.Tax.Amount);

    [Fact]
    public void Classes_have_their_own_rates()
    {
        var options = new TaxOptions();
        options.Jurisdictions.Add(Rates("FR", null, (TaxClass.Standard, 0.20m), (TaxClass.Reduced, 0.055m)));

        var calculation = Calculate(
            Request("FR", lines: [new("a", Money.Eur(100)), new("b", Money.Eur(100), TaxClass.Reduced), new("c", Money.Eur(100), TaxClass.Zero)]), options).Value;

        Assert.Equal([20m, 5.50m, 0m], calculation.Lines.Select(line => line.Tax.Amount));
    }

    [Fact]
    public void A_class_without_a_rate_is_refused_never_taxed_with_zero()
    {
        var refusal = Calculate(Request("FR", lines: [new("book", Money.Eur(100), TaxClass.Reduced)])).Refusal!;

        Assert.Equal((RefusalCode.NotSupported, "Lines[book].Class"), (refusal.Code, refusal.Field));
    }

    [Theory]
    [InlineData("JP", "JP")]
    [InlineData("FR", "SE")]
    public void An_unknown_jurisdiction_is_not_supported(string seller, string shipTo)
    {
        var refusal = Calculate(Request(shipTo, seller: seller) with { DistanceSales = 20_000 }).Refusal!;

        Assert.Equal((RefusalCode.NotSupported, "ShipTo"), (refusal.Code, refusal.Field));
    }

    [Theory]
    [InlineData("CA", 7.25, "US-CA")]
    [InlineData("ca", 7.25, "US-CA")]
    [InlineData("NV", 4, "US")]
    [InlineData(null, 4, "US")]
    public void A_states_rates_come_before_the_countrys(string? state, double tax, string jurisdiction)
    {
        var options = new TaxOptions();
        options.Jurisdictions.Add(Rates("US", "CA", (TaxClass.Standard, 0.0725m)));
        options.Jurisdictions.Add(Rates("US", null, (TaxClass.Standard, 0.04m)));

        var calculation = Calculate(Request("US", seller: "US", state: state), options).Value;

        Assert.Equal(((decimal)tax, jurisdiction), (calculation.Tax.Amount, calculation.Jurisdiction));
    }

    [Fact]
    public void The_united_states_are_not_taxed_unless_configured()
    {
        var calculation = Calculate(Request("US", seller: "US", state: "CA")).Value;

        Assert.Equal((TaxTreatment.NotTaxed, 0m, "US-CA"), (calculation.Treatment, calculation.Tax.Amount, calculation.Jurisdiction));
    }

    [Theory]
    [InlineData("2026-06-14", 19)]
    [InlineData("2026-06-15", 16)]
    [InlineData("2026-06-16", 16)]
    [InlineData("2026-06-17", 19)]
    public void Rates_are_valid_on_their_days(string date, int tax)
    {
        var options = new TaxOptions();
        options.Jurisdictions.Add(Rates("DE", null, (TaxClass.Standard, 0.16m)) with { ValidFrom = Day, ValidUntil = Day.AddDays(1) });

        Assert.Equal(tax, Calculate(Request("DE", seller: "DE") with { Date = DateOnly.Parse(date) }, options).Value.Tax.Amount);
    }

    [Fact]
    public void Before_the_first_known_rate_nothing_is_calculated() =>
        Assert.Equal(RefusalCode.NotSupported, Calculate(Request("DE", seller: "DE") with { Date = new DateOnly(1990, 1, 1) }).Refusal!.Code);

    [Theory]
    [InlineData(9_900, 0, TaxTreatment.Origin, 20, "FR")]
    [InlineData(9_900.01, 0, TaxTreatment.Destination, 19, "DE")]
    [InlineData(0, 10_000, TaxTreatment.Origin, 20, "FR")]
    [InlineData(0, 10_000.01, TaxTreatment.Destination, 19, "DE")]
    public void Up_to_the_limit_the_sellers_rate_applies_and_above_it_that_of_the_destination(
        double sold, double lastYear, TaxTreatment treatment, int tax, string jurisdiction)
    {
        var calculation = Calculate(Request("DE") with { DistanceSales = (decimal)sold, DistanceSalesLastYear = (decimal)lastYear }).Value;

        Assert.Equal((treatment, tax, jurisdiction, 100m), (calculation.Treatment, calculation.Tax.Amount, calculation.Jurisdiction, calculation.DistanceSale));
    }

    [Fact]
    public void Other_currencies_count_in_euros_or_not_at_all()
    {
        TaxLine[] lines = [new("a", new Money(100, Currency.Usd))];

        Assert.Equal(50m, Calculate(Request("DE", lines: lines) with { EuroRate = 0.5m }).Value.DistanceSale);
        var refusal = Calculate(Request("DE", lines: lines) with { EuroRate = null }).Refusal!;
        Assert.Equal((RefusalCode.NotSupported, "Lines"), (refusal.Code, refusal.Field));
        Assert.True(Calculate(Request("FR", lines: lines) with { EuroRate = null }).IsSuccess);
    }

    [Fact]
    public void A_business_of_another_member_state_owes_the_tax_itself()
    {
        var calculation = Calculate(Business("DE123456789", Valid)).Value;

        Assert.Equal(
            (TaxTreatment.ReverseCharge, 0m, 0m, "FR"), (calculation.Treatment, calculation.Tax.Amount, calculation.DistanceSale, calculation.Jurisdiction));
    }

    [Fact]
    public void A_business_that_cannot_prove_it_is_taxed_like_a_consumer()
    {
        (TaxRequest Request, string Why)[] cases =
        [
            (Business(null, null), "gave no VAT number"),
            (Business("DE1", null), "not the form"),
            (Business("FR40303265045", Valid), "not of another member state"),
            (Business("GB123456789", Valid), "not of another member state"),
            (Business("DE123456789", null), "could not be checked"),
            (Business("DE123456789", new VatNumberCheck(IsValid: false, HasFailed: true)), "could not be checked"),
            (Business("DE123456789", new VatNumberCheck(IsValid: false)), "is not valid"),
            (Business("DE123456789", new VatNumberCheck(IsValid: true, IsFormatOnly: true)), "Only the form"),
        ];

        Assert.All(cases, entry =>
        {
            var calculation = Calculate(entry.Request).Value;
            Assert.Equal((TaxTreatment.Origin, 20m, 100m), (calculation.Treatment, calculation.Tax.Amount, calculation.DistanceSale));
            Assert.Contains(entry.Why, calculation.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("123456789", calculation.Reason, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_form_of_a_vat_number_is_enough_where_the_seller_says_so() => Assert.Equal(
        TaxTreatment.ReverseCharge,
        Calculate(Business("DE123456789", new VatNumberCheck(IsValid: true, IsFormatOnly: true)), new TaxOptions { IsVatFormatEnough = true }).Value.Treatment);

    [Fact]
    public void A_business_in_the_sellers_country_is_taxed_as_usual()
    {
        var request = Business("DE123456789", Valid);

        Assert.Equal(20m, Calculate(request with { Sale = request.Sale with { ShipTo = CountryCode.France } }).Value.Tax.Amount);
    }

    [Theory]
    [InlineData("US")]
    [InlineData("CH")]
    [InlineData("GB")]
    public void What_leaves_the_european_union_is_not_taxed_and_needs_a_proof(string country)
    {
        var calculation = Calculate(Request(country)).Value;

        Assert.Equal((TaxTreatment.Export, 0m, true, "FR"), (calculation.Treatment, calculation.Tax.Amount, calculation.NeedsExportProof, calculation.Jurisdiction));
    }

    [Fact]
    public void What_comes_from_elsewhere_is_taxed_at_the_destination()
    {
        var calculation = Calculate(Request("DE", seller: "US")).Value;

        Assert.Equal((19m, 0m), (calculation.Tax.Amount, calculation.DistanceSale));
    }

    [Theory]
    [InlineData("FR", "MC", TaxTreatment.Destination, 20, "FR")]
    [InlineData("DE", "MC", TaxTreatment.Origin, 19, "DE")]
    [InlineData("MC", "CH", TaxTreatment.Export, 0, "FR")]
    [InlineData("GB", "IM", TaxTreatment.Destination, 20, "GB")]
    public void Places_under_anothers_tax_law_are_taxed_like_it(string seller, string shipTo, TaxTreatment treatment, int tax, string jurisdiction)
    {
        var calculation = Calculate(Request(shipTo, seller: seller)).Value;

        Assert.Equal((treatment, tax, jurisdiction), (calculation.Treatment, calculation.Tax.Amount, calculation.Jurisdiction));
    }

    [Fact]
    public void A_marketplace_that_counts_as_the_seller_pays_the_tax()
    {
        var request = Request("DE");

        var calculation = Calculate(request with { Sale = request.Sale with { CollectedBy = "bricomarkt" } }).Value;

        Assert.Equal(
            (TaxTreatment.CollectedByMarketplace, 0m, 0m, "bricomarkt"),
            (calculation.Treatment, calculation.Tax.Amount, calculation.DistanceSale, calculation.CollectedBy));
    }

    [Theory]
    [InlineData("2026-06-14", null, false)]
    [InlineData("2026-06-15", null, true)]
    [InlineData("2026-06-16", null, true)]
    [InlineData("2026-06-17", null, false)]
    [InlineData("2026-06-15", "2026-06-16", true)]
    [InlineData("2026-06-16", "2026-06-16", false)]
    public void An_exemption_counts_on_its_days(string date, string? revoked, bool isExempt)
    {
        var exemption = Exemption("DE") with { ValidUntil = Day.AddDays(1), RevokedOn = revoked is null ? null : DateOnly.Parse(revoked) };

        var calculation = Calculate(Request("DE") with { Date = DateOnly.Parse(date), Exemptions = [Exemption("IT"), exemption] }).Value;

        Assert.Equal((isExempt ? TaxTreatment.Exempt : TaxTreatment.Origin, isExempt ? 0m : 20m), (calculation.Treatment, calculation.Tax.Amount));
    }

    [Theory]
    [InlineData("CA", true)]
    [InlineData("NV", false)]
    [InlineData(null, true)]
    public void An_exemption_counts_in_its_state_or_everywhere(string? state, bool isExempt)
    {
        var options = new TaxOptions();
        options.Jurisdictions.Add(Rates("US", null, (TaxClass.Standard, 0.04m)));

        var request = Request("US", seller: "US", state: "ca") with { Exemptions = [Exemption("US") with { State = state }] };

        Assert.Equal(isExempt, Calculate(request, options).Value.Treatment == TaxTreatment.Exempt);
    }

    [Fact]
    public void Wrong_lines_are_refused_by_field()
    {
        (TaxRequest Request, string Field)[] cases =
        [
            (Request("FR", lines: []), "Lines"),
            (Request("FR", lines: [new(" ", Money.Eur(1))]), "Lines"),
            (Request("FR", lines: [new("a", Money.Eur(1)), new("a", Money.Eur(1))]), "Lines"),
            (Request("FR", lines: [new("a", Money.Eur(1)), new("b", new Money(1, Currency.Usd))]), "Lines[b].Net"),
            (Request("FR", lines: [new("a", Money.Eur(-1))]), "Lines[a].Net"),
            (Request("FR", lines: [new("a", Money.Eur(1.001m))]), "Lines[a].Net"),
        ];

        Assert.All(cases, entry => Assert.Equal((RefusalCode.Validation, entry.Field), Calculate(entry.Request).Refusal is { } refusal ? (refusal.Code, refusal.Field) : default));
        var nowhere = Request("FR");
        Assert.Equal("ShipTo", Calculate(nowhere with { Sale = nowhere.Sale with { ShipTo = default } }).Refusal!.Field);
    }

    [Fact]
    public void Sums_are_sums_of_rounded_lines_and_a_full_credit_in_any_parts_leaves_nothing() =>
        Prop.ForAll(Gen.Choose(1, 99_999).NonEmptyListOf().ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(), (cents, percent) =>
        {
            var lines = cents.Take(8).Select((cent, index) => new TaxLine($"{index}", Money.FromMinorUnits(cent, Currency.Eur))).ToList();
            var calculation = Calculate(Request("FR", lines: lines)).Value;
            List<TaxCreditLine> first = [.. lines
                .Select(line => new TaxCreditLine(line.Id, (line.Net * (percent / 100m)).Round())).Where(line => line.Net.Amount > 0)];
            var credited = first.Count == 0 ? [] : TaxCredits.Calculate(calculation, [], first).Value;
            List<TaxCreditLine> rest = [.. calculation.Lines
                .Select(line => new TaxCreditLine(line.Id, line.Base - credited.Where(c => c.Id == line.Id).Aggregate(Money.Eur(0), (sum, c) => sum + c.Base)))
                .Where(line => line.Net.Amount > 0)];
            List<TaxedLine> all = [.. credited, .. rest.Count == 0 ? [] : TaxCredits.Calculate(calculation, credited, rest).Value];
            return calculation.Tax.Amount == lines.Sum(line => decimal.Round(line.Net.Amount * 0.20m, 2, MidpointRounding.AwayFromZero))
                && all.TrueForAll(line => line.Tax.Amount >= 0)
                && all.Sum(line => line.Tax.Amount) == calculation.Tax.Amount
                && all.Sum(line => line.Base.Amount) == calculation.Base.Amount;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exemptions_take_only_the_steps_of_the_table()
    {
        Assert.Equal(["Granted > Revoked"], Steps.Of(ExemptionTransitions.Table));
    }

    [Theory]
    [InlineData("FR", "FR", 119.99, 99.99, 20.00, TaxTreatment.Destination)]
    [InlineData("FR", "FR", 0.03, 0.02, 0.01, TaxTreatment.Destination)]
    [InlineData("FR", "GB", 120, 100, 0, TaxTreatment.Export)]
    [InlineData("FR", "US", 120, 100, 0, TaxTreatment.Export)]
    [InlineData("FR", "DE", 120, 100, 20, TaxTreatment.Origin)]
    [InlineData("GB", "FR", 120, 100, 20, TaxTreatment.Destination)]
    [InlineData("US", "US", 120, 120, 0, TaxTreatment.NotTaxed)]
    public void Tax_is_taken_out_of_prices_that_include_it(string seller, string shipTo, double price, double net, double tax, TaxTreatment treatment)
    {
        var calculation = Calculate(Gross(Request(shipTo, seller, lines: [new("a", Money.Eur((decimal)price))]))).Value;

        Assert.Equal(((decimal)net, (decimal)tax, treatment), (calculation.Base.Amount, calculation.Tax.Amount, calculation.Treatment));
        Assert.Equal(calculation.Base, calculation.Lines[0].Base);
    }

    [Fact]
    public void Business_that_owes_the_tax_itself_and_exempt_buyer_pay_the_price_without_the_tax_of_the_sellers_country()
    {
        var business = Calculate(Gross(Business("DE123456789", Valid))).Value;
        var exempt = Calculate(Gross(Request("DE")) with { Exemptions = [Exemption("DE")] }).Value;

        Assert.Equal((TaxTreatment.ReverseCharge, 83.33m, 0m), (business.Treatment, business.Base.Amount, business.Tax.Amount));
        Assert.Equal((TaxTreatment.Exempt, 83.33m, 0m), (exempt.Treatment, exempt.Base.Amount, exempt.Tax.Amount));
    }

    [Theory]
    [InlineData(12_000, TaxTreatment.Origin, 10_000)]
    [InlineData(12_000.06, TaxTreatment.Destination, 10_084.08)]
    public void Sales_to_other_member_states_are_counted_without_the_tax_in_their_prices(double price, TaxTreatment treatment, double counted)
    {
        var calculation = Calculate(Gross(Request("DE", lines: [new("a", Money.Eur((decimal)price))]))).Value;

        Assert.Equal((treatment, (decimal)counted), (calculation.Treatment, calculation.DistanceSale));
    }

    [Fact]
    public void A_price_whose_tax_is_not_known_or_is_paid_by_a_marketplace_is_refused()
    {
        var book = Calculate(Gross(Request("GB", lines: [new("book", Money.Eur(100), TaxClass.Reduced)]))).Refusal!;
        var home = Calculate(Gross(Request("US", seller: "SE"))).Refusal!;
        var request = Gross(Request("FR"));
        var marketplace = Calculate(request with { Sale = request.Sale with { CollectedBy = "amazon" } }).Refusal!;

        Assert.Equal((RefusalCode.NotSupported, "Lines[book].Class"), (book.Code, book.Field));
        Assert.Equal((RefusalCode.NotSupported, "SellerCountry"), (home.Code, home.Field));
        Assert.Equal((RefusalCode.Validation, "PricesIncludeTax"), (marketplace.Code, marketplace.Field));
    }

    private static TaxRequest Gross(TaxRequest request) => request with { Sale = request.Sale with { PricesIncludeTax = true } };

    private static Outcome<TaxCalculation> Calculate(TaxRequest request, TaxOptions? options = null) => TaxRules.Calculate(request, options ?? new TaxOptions());

    private static TaxRequest Request(string shipTo, string seller = "FR", string? state = null, IReadOnlyList<TaxLine>? lines = null) => new()
    {
        Sale = new CalculateTax(RiskDesk.Order(1), CountryCode.Parse(shipTo), lines ?? [new TaxLine("a", Money.Eur(100))]) { State = state },
        Date = Day,
        SellerCountry = CountryCode.Parse(seller),
        EuroRate = 1,
    };

    private static TaxRequest Business(string? number, VatNumberCheck? check)
    {
        var request = Request("DE");
        return request with { Sale = request.Sale with { IsBusiness = true, VatNumber = number }, VatNumber = check };
    }

    private static TaxJurisdiction Rates(string country, string? state, params (TaxClass Class, decimal Rate)[] rates) => new()
    {
        Country = CountryCode.Parse(country),
        State = state,
        Rates = rates.ToDictionary(rate => rate.Class, rate => rate.Rate),
        ValidFrom = new DateOnly(2025, 1, 1),
    };

    private static TaxExemption Exemption(string country) => new()
    {
        Id = Guid.NewGuid(),
        Seller = TaxOptions.DefaultSeller,
        Customer = "museum",
        Country = CountryCode.Parse(country),
        Certificate = "C-1",
        ValidFrom = Day,
    };
}
