using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Payments;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

public sealed class TaxAgentTests
{
    private static readonly OrderId One = RiskDesk.Order(1);
    private static readonly DateOnly Day = new(2026, 6, 15);

    [Fact]
    public async Task A_calculation_is_answered_told_and_kept_with_its_reason()
    {
        await using var desk = await RiskDesk.OpenAsync();

        var answer = await desk.AskAsync<TaxAnswer>(Sale(1, "FR", 100));

        Assert.Equal((20m, "FR"), (answer.Calculation!.Tax.Amount, answer.Calculation.Jurisdiction));
        var told = desk.Host.Published.Only<TaxCalculated>();
        Assert.Equal((One, "FR", 0.20m, 100m, 20m), (told.OrderId, told.Jurisdiction, told.Lines[0].Rate, told.Lines[0].Base.Amount, told.Tax.Amount));
        Assert.Equal(One, Assert.Single(await desk.ListAsync<TaxCalculation>()).OrderId);
        var decision = Assert.Single(await desk.ListAsync<Decision>());
        Assert.Equal(("tax", "Destination", 20m), (decision.Kind, decision.Outcome, decision.Parts.Sum(part => part.Points)));
    }

    [Fact]
    public async Task A_refused_calculation_changes_nothing()
    {
        await using var desk = await RiskDesk.OpenAsync();

        var answer = await desk.AskAsync<TaxAnswer>(Sale(1, "JP", 100) with { SellerCountry = CountryCode.Parse("JP") });

        Assert.Equal(RefusalCode.NotSupported, Assert.Single(answer.Refusals).Code);
        Assert.Empty(await desk.ListAsync<TaxCalculation>());
        Assert.Empty(desk.Host.Published.All<TaxCalculated>());
        Assert.Equal("Lines", Assert.Single((await desk.AskAsync<TaxAnswer>(new CalculateTax(One, CountryCode.France, []))).Refusals).Field);
    }

    [Fact]
    public async Task Sales_to_other_member_states_add_up_by_seller_and_year()
    {
        await using var desk = await RiskDesk.OpenAsync();

        Assert.Equal(TaxTreatment.Origin, await TreatmentAsync(desk, Sale(1, "DE", 6_000)));
        Assert.Equal(TaxTreatment.Destination, await TreatmentAsync(desk, Sale(2, "IT", 4_000.01m)));
        Assert.Equal(TaxTreatment.Origin, await TreatmentAsync(desk, Sale(3, "IT", 100) with { Seller = "another" }));
        Assert.Equal(TaxTreatment.Destination, await TreatmentAsync(desk, Sale(4, "FR", 100)));
        Assert.Equal(TaxTreatment.Destination, await TreatmentAsync(desk, Sale(5, "DE", 1) with { Date = Day.AddYears(1) }));
        Assert.Equal(TaxTreatment.Origin, await TreatmentAsync(desk, Sale(6, "DE", 1) with { Date = Day.AddYears(2) }));
        Assert.Equal(10_000.01m, await SoldAsync(desk, 2026));
    }

    [Fact]
    public async Task Asking_again_for_an_order_replaces_its_tax_and_counts_it_once()
    {
        await using var desk = await RiskDesk.OpenAsync();

        await desk.AskAsync<TaxAnswer>(Sale(1, "DE", 9_000));
        Assert.Equal(TaxTreatment.Origin, await TreatmentAsync(desk, Sale(1, "DE", 9_500)));
        Assert.Equal(9_500m, await SoldAsync(desk, 2026));
        await desk.AskAsync<TaxAnswer>(Sale(1, "FR", 9_500));
        Assert.Equal(0m, await SoldAsync(desk, 2026));
        Assert.Single(await desk.ListAsync<TaxCalculation>());
        var other = await desk.AskAsync<TaxAnswer>(Sale(1, "FR", 1) with { Seller = "another" });
        Assert.Equal((RefusalCode.Conflict, "Seller"), (Assert.Single(other.Refusals).Code, other.Refusals[0].Field));
    }

    [Fact]
    public async Task A_crash_counts_a_sale_once()
    {
        await using var desk = await RiskDesk.OpenAsync();
        desk.Host.CrashNextAt(CrashPoint.BeforeCommit);
        await desk.Host.SendAsync(Business(1, "DE123456789"));
        await desk.Host.RestartAfterCrashAsync();
        await desk.Host.SettleAsync();
        desk.Host.CrashNextAt(CrashPoint.BeforeCommit);
        await desk.Host.SendAsync(Sale(2, "DE", 700));
        await desk.Host.RestartAfterCrashAsync();
        await desk.Host.SettleAsync();

        Assert.Equal(700m, await SoldAsync(desk, 2026));
        Assert.Equal(1, desk.Lookups);
        Assert.Equal(2, (await desk.ListAsync<TaxCalculation>()).Count);
    }

    [Fact]
    public async Task A_crash_takes_a_credit_note_once()
    {
        await using var desk = await RiskDesk.OpenAsync();
        await desk.AskAsync<TaxAnswer>(Sale(1, "FR", 100));
        desk.Host.CrashNextAt(CrashPoint.BeforeCommit);
        await desk.Host.SendAsync(new CreditTax(One, "CN-1", [new TaxCreditLine("a", Money.Eur(40))]));
        await desk.Host.RestartAfterCrashAsync();
        await desk.Host.SettleAsync();

        Assert.Equal(8m, Assert.Single(Assert.Single(await desk.ListAsync<TaxCredit>()).Lines).Tax.Amount);
    }

    [Fact]
    public void A_vat_number_is_in_no_text_of_a_message()
    {
        Assert.DoesNotContain("123456789", Business(1, "DE123456789").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("123456789", new ValidateTaxId("DE123456789").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reverse_charge_needs_a_number_that_the_authority_knows()
    {
        await using var desk = await RiskDesk.OpenAsync();

        Assert.Equal(TaxTreatment.ReverseCharge, await TreatmentAsync(desk, Business(1, "DE123456789")));
        desk.Vat = () => new VatNumberCheck(IsValid: false);
        Assert.Equal(TaxTreatment.Origin, await TreatmentAsync(desk, Business(2, "DE123456789")));
        desk.Vat = () => throw new InvalidOperationException("down");
        Assert.Equal(TaxTreatment.Origin, await TreatmentAsync(desk, Business(3, "DE123456789")));
    }

    [Fact]
    public async Task Without_a_look_up_tax_is_charged_unless_the_form_is_enough()
    {
        await using var careful = await RiskDesk.OpenAsync(withLookups: false);
        await using var easy = await RiskDesk.OpenAsync(options => options.Tax.IsVatFormatEnough = true, withLookups: false);

        Assert.Equal(TaxTreatment.Origin, await TreatmentAsync(careful, Business(1, "DE123456789")));
        Assert.Equal(TaxTreatment.ReverseCharge, await TreatmentAsync(easy, Business(1, "DE123456789")));
        var answer = await careful.AskAsync<TaxIdAnswer>(new ValidateTaxId("DE 123 456 789"));
        Assert.Equal((true, true, CountryCode.Germany), (answer.IsValid, answer.IsFormatOnly, answer.Country));
    }

    [Fact]
    public async Task A_tax_id_is_looked_up()
    {
        await using var desk = await RiskDesk.OpenAsync();

        var valid = await desk.AskAsync<TaxIdAnswer>(new ValidateTaxId("DE123456789"));
        var noForm = await desk.AskAsync<TaxIdAnswer>(new ValidateTaxId("DE1"));
        desk.Vat = () => throw new TimeoutException();
        var failed = await desk.AskAsync<TaxIdAnswer>(new ValidateTaxId("DE123456789"));

        Assert.Equal((true, false, "REF-1"), (valid.IsValid, valid.IsFormatOnly, valid.Reference));
        Assert.Equal((false, "VatNumber"), (noForm.IsValid, Assert.Single(noForm.Refusals).Field));
        Assert.Equal((false, RefusalCode.ExternalUnavailable), (failed.IsValid, Assert.Single(failed.Refusals).Code));
    }

    [Fact]
    public async Task An_exemption_frees_its_customer_until_it_is_revoked()
    {
        await using var desk = await RiskDesk.OpenAsync();
        var today = DateOnly.FromDateTime(desk.Host.Clock.GetUtcNow().UtcDateTime);
        var sale = Sale(1, "FR", 100) with { Customer = "museum", Date = null };

        var granted = await desk.AskAsync<Answer>(new GrantExemption("museum", CountryCode.France, "C-1", today));
        Assert.Equal(TaxTreatment.Exempt, await TreatmentAsync(desk, sale));
        Assert.Equal(TaxTreatment.Destination, await TreatmentAsync(desk, sale with { OrderId = RiskDesk.Order(2), Customer = "zoe" }));
        var revoke = new RevokeExemption(Guid.Parse(granted.Id), "closed");
        Assert.Empty((await desk.AskAsync<Answer>(revoke)).Refusals);
        Assert.Equal(TaxTreatment.Destination, await TreatmentAsync(desk, sale));
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single((await desk.AskAsync<Answer>(revoke)).Refusals).Code);
        Assert.Equal(RefusalCode.NotFound, Assert.Single((await desk.AskAsync<Answer>(revoke with { ExemptionId = Guid.NewGuid() })).Refusals).Code);
        Assert.Equal(RefusalCode.NotFound, Assert.Single((await desk.AskAsync<Answer>(revoke with { Seller = "another" })).Refusals).Code);
        Assert.Equal("Reason", Assert.Single((await desk.AskAsync<Answer>(revoke with { Reason = "" })).Refusals).Field);
    }

    [Theory]
    [InlineData("", "C-1", "Customer")]
    [InlineData("museum", " ", "Certificate")]
    public async Task Wrong_exemptions_are_refused_by_field(string customer, string certificate, string field)
    {
        await using var desk = await RiskDesk.OpenAsync();
        var grant = new GrantExemption(customer, CountryCode.France, certificate, Day);

        Assert.Equal(field, Assert.Single((await desk.AskAsync<Answer>(grant)).Refusals).Field);
        Assert.Contains((await desk.AskAsync<Answer>(grant with { ValidUntil = Day.AddDays(-1) })).Refusals, refusal => refusal.Field == "ValidUntil");
        Assert.Empty(await desk.ListAsync<TaxExemption>());
    }

    [Fact]
    public async Task A_report_is_the_sum_of_calculations_and_credit_notes()
    {
        await using var desk = await RiskDesk.OpenAsync();
        await desk.AskAsync<TaxAnswer>(Sale(1, "FR", 100));
        await desk.AskAsync<TaxAnswer>(Sale(2, "FR", 50) with { Date = Day.AddDays(1) });
        await desk.AskAsync<TaxAnswer>(Sale(3, "FR", 1_000) with { Date = Day.AddMonths(1) });
        await desk.AskAsync<TaxAnswer>(Sale(4, "FR", 1_000) with { Seller = "another" });
        await desk.AskAsync<TaxAnswer>(Sale(5, "US", 200));
        await desk.AskAsync<TaxAnswer>(Sale(6, "DE", 300) with { CollectedBy = "bricomarkt" });
        await desk.AskAsync<Answer>(new CreditTax(One, "CN-1", [new TaxCreditLine("a", Money.Eur(40))]) { Date = Day.AddDays(2) });

        var june = (await desk.AskAsync<TaxReportAnswer>(new ReportTax(new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30), "fr"))).Report!;
        var germany = (await desk.AskAsync<TaxReportAnswer>(new ReportTax(new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30), "DE"))).Report!;

        Assert.Equal((3, 1), (june.Calculations, june.CreditNotes));
        Assert.Equal(
            [
                new TaxReportRow(TaxTreatment.Destination, 0.20m, Money.Eur(150), Money.Eur(30), Money.Eur(40), Money.Eur(8)),
                new TaxReportRow(TaxTreatment.Export, 0, Money.Eur(200), Money.Eur(0), Money.Eur(0), Money.Eur(0)),
            ],
            june.Rows);
        Assert.Equal(Money.Eur(22), june.Rows[0].Due);
        Assert.Equal((TaxTreatment.CollectedByMarketplace, 0m), (Assert.Single(germany.Rows).Treatment, germany.Rows[0].Due.Amount));
    }

    [Fact]
    public async Task A_report_has_more_orders_than_one_page()
    {
        await using var desk = await RiskDesk.OpenAsync();
        for (var i = 1; i <= 501; i++)
        {
            await desk.Host.SendAsync(Sale(i, "FR", 1));
        }

        await desk.Host.SettleAsync();
        var report = (await desk.AskAsync<TaxReportAnswer>(new ReportTax(Day, Day, "FR"))).Report!;

        Assert.Equal((501, Money.Eur(501)), (report.Calculations, Assert.Single(report.Rows).Base));
    }

    [Fact]
    public async Task Wrong_reports_are_refused_by_field()
    {
        await using var desk = await RiskDesk.OpenAsync();

        Assert.Equal("To", Assert.Single((await desk.AskAsync<TaxReportAnswer>(new ReportTax(Day, Day.AddDays(-1), "FR"))).Refusals).Field);
        Assert.Equal("Jurisdiction", Assert.Single((await desk.AskAsync<TaxReportAnswer>(new ReportTax(Day, Day, " "))).Refusals).Field);
    }

    [Theory]
    [InlineData(2, "CN-2", "a", 1, "NotFound", "OrderId")]
    [InlineData(1, "", "a", 1, "Validation", "CreditNote")]
    [InlineData(1, "CN-1", "a", 1, "Duplicate", "CreditNote")]
    [InlineData(1, "CN-2", "b", 1, "NotFound", "Lines[b]")]
    [InlineData(1, "CN-2", "a", 0, "Validation", "Lines[a].Net")]
    [InlineData(1, "CN-2", "a", 1.001, "Validation", "Lines[a].Net")]
    [InlineData(1, "CN-2", "a", 60.01, "AmountExceeded", "Lines[a].Net")]
    public async Task Wrong_credit_notes_are_refused_by_field(int order, string note, string line, double net, string code, string field)
    {
        await using var desk = await RiskDesk.OpenAsync();
        await desk.AskAsync<TaxAnswer>(Sale(1, "FR", 100));
        await desk.AskAsync<Answer>(new CreditTax(One, "CN-1", [new TaxCreditLine("a", Money.Eur(40))]));

        var answer = await desk.AskAsync<Answer>(new CreditTax(RiskDesk.Order(order), note, [new TaxCreditLine(line, Money.Eur((decimal)net))]));

        Assert.Equal((code, field), (Assert.Single(answer.Refusals).Code.Value, answer.Refusals[0].Field));
        Assert.Single(await desk.ListAsync<TaxCredit>());
    }

    [Fact]
    public async Task Tax_with_a_credit_note_is_not_replaced()
    {
        await using var desk = await RiskDesk.OpenAsync();
        await desk.AskAsync<TaxAnswer>(Sale(1, "FR", 100));
        await desk.AskAsync<Answer>(new CreditTax(One, "CN-1", [new TaxCreditLine("a", Money.Eur(40))]));

        var answer = await desk.AskAsync<TaxAnswer>(Sale(1, "FR", 30));

        Assert.Equal((RefusalCode.PolicyViolation, "OrderId"), (Assert.Single(answer.Refusals).Code, answer.Refusals[0].Field));
        Assert.Equal("Lines", Assert.Single((await desk.AskAsync<Answer>(new CreditTax(One, "CN-2", []))).Refusals).Field);
    }

    private static CalculateTax Sale(int order, string shipTo, decimal net) =>
        new(RiskDesk.Order(order), CountryCode.Parse(shipTo), [new TaxLine("a", Money.Eur(net))]) { Date = Day };

    private static CalculateTax Business(int order, string number) => Sale(order, "DE", 100) with { IsBusiness = true, VatNumber = number };

    private static async Task<TaxTreatment> TreatmentAsync(RiskDesk desk, CalculateTax sale) =>
        (await desk.AskAsync<TaxAnswer>(sale)).Calculation!.Treatment;

    private static async Task<decimal> SoldAsync(RiskDesk desk, int year) => (await desk.Host.StateAsync<TaxLedger>(
        PaymentsAgentsBuilderExtensions.TaxAgentName, TaxOptions.DefaultSeller)).DistanceSales[year];
}
