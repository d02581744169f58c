using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

public sealed class SupplierAgentTests
{
    private static readonly Sku Lamp = Purchasing.Lamp;

    [Theory]
    [InlineData("Code")]
    [InlineData("Name")]
    [InlineData("Currency")]
    [InlineData("Rating")]
    public async Task A_supplier_that_cannot_be_is_refused(string field)
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var good = new RegisterSupplier("C", "Lampes de l'Est", Currency.Eur, 7);

        var answer = await purchasing.DoAsync(field switch
        {
            "Code" => good with { Code = new string('C', 33) },
            "Name" => good with { Name = " " },
            "Currency" => good with { Currency = default },
            _ => good with { Rating = 10.1m },
        });

        Assert.Equal((RefusalCode.Validation, field), (Assert.Single(answer.Refusals).Code, answer.Refusals[0].Field));
    }

    [Theory]
    [InlineData("Supplier")]
    [InlineData("Cost")]
    [InlineData("LeadDays")]
    [InlineData("Moq")]
    [InlineData("Pack")]
    public async Task Terms_that_cannot_be_are_refused(string field)
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var good = new SetSupplierProduct("A", Lamp, Money.Eur(1), 5);

        var answer = await purchasing.DoAsync(field switch
        {
            "Supplier" => good with { Supplier = "NOBODY" },
            "Cost" => good with { Cost = Money.Eur(0) },
            "LeadDays" => good with { LeadDays = 0 },
            "Moq" => good with { Moq = 0 },
            _ => good with { Pack = 0 },
        });

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        var ranking = (await purchasing.Host.AskAsync<SupplierRankingAnswer>(new FindBestSupplier(Lamp, 10))).Ranking!;
        Assert.Equal(Money.Eur(8), ranking.Ranked.Single(rating => rating.Supplier == "A").Cost);
    }

    [Fact]
    public async Task A_cost_in_another_currency_than_the_suppliers_is_refused()
    {
        await using var purchasing = await Purchasing.OpenAsync();

        var answer = await purchasing.DoAsync(new SetSupplierProduct("A", Lamp, new Money(1, Currency.Parse("USD")), 5));

        Assert.Equal("Cost", Assert.Single(answer.Refusals).Field);
    }

    [Theory]
    [InlineData("Supplier")]
    [InlineData("Warehouse")]
    [InlineData("Lines")]
    [InlineData("Lines[LAMP-1]")]
    [InlineData("Lines[NOT-SOLD]")]
    public async Task A_purchase_that_cannot_be_is_refused_and_nothing_is_bought(string field)
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var good = new CreatePurchaseOrder("B", "PAR", [new PurchaseOrderItem(Lamp, 1)]);
        await purchasing.DoAsync(new RegisterSupplier("A", "Lampes du Nord", Currency.Eur, 8, IsActive: false));

        var answer = await purchasing.DoAsync(field switch
        {
            "Supplier" => good with { Supplier = "A" },
            "Warehouse" => good with { Warehouse = "" },
            "Lines" => good with { Lines = [] },
            "Lines[LAMP-1]" => good with { Lines = [new PurchaseOrderItem(Lamp, 0)] },
            _ => good with { Lines = [new PurchaseOrderItem(new Sku("NOT-SOLD"), 1)] },
        });
        await purchasing.Host.SettleAsync();

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Empty(await purchasing.AllAsync());
    }

    [Fact]
    public async Task The_best_supplier_is_found_with_reasons()
    {
        await using var purchasing = await Purchasing.OpenAsync();

        var answer = await purchasing.Host.AskAsync<SupplierRankingAnswer>(new FindBestSupplier(Lamp, 43));

        Assert.Equal([("B", 92.56m, 50), ("A", 79m, 43)], answer.Ranking!.Ranked.Select(rating => (rating.Supplier, rating.Score, rating.Quantity)));
    }

    [Theory]
    [InlineData(0, null, "Quantity")]
    [InlineData(1, -1, "DailyDemand")]
    public async Task A_question_that_cannot_be_is_refused(int quantity, int? demand, string field)
    {
        await using var purchasing = await Purchasing.OpenAsync();

        var answer = await purchasing.Host.AskAsync<SupplierRankingAnswer>(new FindBestSupplier(Lamp, quantity, demand));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
    }

    [Fact]
    public async Task Performance_is_that_of_the_last_180_days()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);
        await purchasing.Host.AdvanceAsync(TimeSpan.FromDays(4));
        await purchasing.DoAsync(new ReceivePurchaseOrder(id, "BL-1", [new PurchaseReceiptLine(Lamp, 100, 0)]));

        var fresh = (await purchasing.Host.AskAsync<SupplierPerformanceAnswer>(new GetPerformance("B"))).Performance!;
        await purchasing.Host.AdvanceAsync(TimeSpan.FromDays(177));
        var old = (await purchasing.Host.AskAsync<SupplierPerformanceAnswer>(new GetPerformance("B"))).Performance!;

        Assert.Equal((1, 1m, 4m, 100m), (fresh.Orders, fresh.OnTimeRate, fresh.LeadDays, fresh.Score));
        Assert.Equal((0, null, null), (old.Orders, old.OnTimeRate, old.Score));
    }

    [Fact]
    public async Task Performance_of_an_unknown_supplier_is_not_found()
    {
        await using var purchasing = await Purchasing.OpenAsync();

        var answer = await purchasing.Host.AskAsync<SupplierPerformanceAnswer>(new GetPerformance("NOBODY"));

        Assert.Equal(RefusalCode.NotFound, Assert.Single(answer.Refusals).Code);
    }

    [Fact]
    public void Wrong_options_are_told_by_name()
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents.AddInventory().Services.Configure<SupplierOptions>(options =>
            (options.MergeTime, options.Currency, options.ApprovalLimit, options.OverReceiptRate, options.ReminderAfterDays, options.AlertAfterDays, options.PerformanceDays, options.MaxExtraDays)
                = (TimeSpan.FromDays(8), default, -1, 2, -1, -2, 0, -1)));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<SupplierOptions>>().Value);

        string[] expected = ["MergeTime", "Currency", "ApprovalLimit", "OverReceiptRate", "ReminderAfterDays", "AlertAfterDays", "PerformanceDays", "MaxExtraDays"];
        Assert.All(expected, option => Assert.Contains(exception.Failures, failure => failure.StartsWith(option, StringComparison.Ordinal)));
    }
}
