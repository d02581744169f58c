using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Agents.Tests.Domain.Inventory.PickingHall;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Products that are counted.</summary>
public sealed class CycleCountTests
{
    private static readonly Guid Count = Guid.Parse("018f0000-0000-7000-8000-0000000000c1");

    [Theory]
    [InlineData(100, 100, 0, false)]
    [InlineData(100, 102, 1, false)]
    [InlineData(100, 98, 50, false)]
    [InlineData(100, 98, 50.01, true)]
    [InlineData(100, 103, 0, true)]
    [InlineData(100, 97, 1, true)]
    [InlineData(1000, 981, 5, false)]
    [InlineData(0, 1, 1, true)]
    public void Differences_above_two_per_cent_or_a_hundred_euros_need_approval(int expected, int counted, double unitCost, bool needsApproval) =>
        Assert.Equal(needsApproval, VarianceRule.Judge(expected, counted, Money.Eur((decimal)unitCost), new CountingOptions()).NeedsApproval);

    [Fact]
    public void Differences_whose_value_is_not_known_need_approval()
    {
        Assert.True(VarianceRule.Judge(1_000, 999, null, new CountingOptions()).NeedsApproval);
        Assert.True(VarianceRule.Judge(1_000, 999, new Money(1, Currency.Parse("USD")), new CountingOptions()).NeedsApproval);
        Assert.False(VarianceRule.Judge(1_000, 1_000, null, new CountingOptions()).NeedsApproval);
    }

    [Fact]
    public async Task A_small_difference_is_corrected_at_once()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new ReceiveStock(Lamp, 90, "PO-1"));

        await hall.DoAsync(new StartCycleCount(Count, CycleCountKind.Cycle, StockPlace.Main, [Lamp, Vase]));
        var shown = Assert.Single(await hall.AllAsync<CycleCount>());
        await hall.DoAsync(new SubmitCount(Count, "picker-7", [new CountedLine(Lamp, 98, Money.Eur(8)), new CountedLine(Vase, 10)]));

        Assert.Equal([100, 10], shown.Lines.Select(line => line.Shown));
        Assert.Equal((98, 0), await hall.LevelAsync(Lamp));
        var completed = hall.Host.Published.Only<CycleCountCompleted>();
        Assert.Equal([new CountVariance(Lamp, 100, 98, CountLineStatus.Corrected)], completed.Lines);
        Assert.Equal((-2, StockMovementKind.Adjustment), (hall.Host.Published.Only<StockAdjusted>().Delta, hall.Host.Published.Only<StockAdjusted>().Kind));
        Assert.Empty(hall.Host.Published.All<VarianceApprovalNeeded>());
    }

    [Theory]
    [InlineData(true, 7, CountLineStatus.Corrected)]
    [InlineData(false, 10, CountLineStatus.Rejected)]
    public async Task A_large_difference_waits_until_somebody_decides(bool isApproved, int level, CountLineStatus status)
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new StartCycleCount(Count, CycleCountKind.Cycle, StockPlace.Main, [Lamp]));
        await hall.DoAsync(new SubmitCount(Count, "picker-7", [new CountedLine(Lamp, 7, Money.Eur(8))]));
        var waiting = (await hall.LevelAsync(Lamp), Assert.Single(await hall.AllAsync<CycleCount>()).Status);

        await hall.DoAsync(new ApproveVariance(Count, "boss", isApproved));

        Assert.Equal(((10, 0), CycleCountStatus.AwaitingApproval), waiting);
        Assert.Equal([new CountVariance(Lamp, 10, 7, CountLineStatus.Waiting)], hall.Host.Published.Only<VarianceApprovalNeeded>().Lines);
        Assert.Equal((level, 0), await hall.LevelAsync(Lamp));
        Assert.Equal([new CountVariance(Lamp, 10, 7, status)], hall.Host.Published.Only<CycleCountCompleted>().Lines);
        Assert.Equal(RefusalCode.InvalidTransition, (await hall.RefusedAsync(new ApproveVariance(Count, "boss", true))).Code);
    }

    [Fact]
    public async Task What_is_sold_between_counting_and_deciding_is_not_counted_twice()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new StartCycleCount(Count, CycleCountKind.Cycle, StockPlace.Main, [Lamp]));
        await hall.DoAsync(new SubmitCount(Count, "picker-7", [new CountedLine(Lamp, 7, Money.Eur(8))]));
        await hall.DoAsync(new AdjustStock(Lamp, -2, "sale at the counter"));

        await hall.DoAsync(new ApproveVariance(Count, "boss", true));

        Assert.Equal((5, 0), await hall.LevelAsync(Lamp));
    }

    [Fact]
    public async Task A_correction_that_would_take_what_is_reserved_waits_until_it_is_released()
    {
        await using var hall = await OpenAsync();
        await hall.Host.SendAsync(new ReserveStock(Bought.Value, [new StockLine(Lamp, 9)]));
        await hall.Host.SettleAsync();
        await hall.DoAsync(new StartCycleCount(Count, CycleCountKind.Cycle, StockPlace.Main, [Lamp]));
        await hall.DoAsync(new SubmitCount(Count, "picker-7", [new CountedLine(Lamp, 7, Money.Eur(8))]));
        await hall.DoAsync(new ApproveVariance(Count, "boss", true));
        var refused = (await hall.LevelAsync(Lamp), Assert.Single(await hall.AllAsync<CycleCount>()).Status);

        await hall.DoAsync(new ReleaseStock(Bought.Value, "not there"));
        await hall.DoAsync(new ApproveVariance(Count, "boss", true));

        Assert.Equal(((10, 9), CycleCountStatus.AwaitingApproval), refused);
        Assert.Equal((7, 0), await hall.LevelAsync(Lamp));
        Assert.Equal(CycleCountStatus.Completed, Assert.Single(await hall.AllAsync<CycleCount>()).Status);
    }

    [Fact]
    public async Task Who_counts_blind_is_not_told_how_many_there_should_be()
    {
        await using var hall = await OpenAsync();

        await hall.DoAsync(new StartCycleCount(Count, CycleCountKind.Blind, StockPlace.Main, [Lamp]));
        var line = Assert.Single(await hall.AllAsync<CycleCount>()).Lines[0];
        await hall.DoAsync(new SubmitCount(Count, "picker-7", [new CountedLine(Lamp, 10)]));

        Assert.Equal((null, null), (line.Shown, line.Expected));
        Assert.Empty(hall.Host.Published.Only<CycleCountCompleted>().Lines);
    }

    [Fact]
    public async Task A_full_count_is_of_everything_that_was_ever_there()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new AdjustStock(Vase, -10, "broken", Kind: StockMovementKind.Damage));
        await hall.DoAsync(new ReceiveStock(new Sku("CHAIR-1"), 1, "PO-1", "lyo"));

        await hall.DoAsync(new StartCycleCount(Count, CycleCountKind.Full, StockPlace.Main, []));

        Assert.Equal([Lamp, Vase], Assert.Single(await hall.AllAsync<CycleCount>()).Lines.Select(line => line.Sku));
        Assert.Equal("Warehouse", (await hall.RefusedAsync(new StartCycleCount(Guid.NewGuid(), CycleCountKind.Full, "nowhere", []))).Field);
    }

    [Fact]
    public async Task What_a_picker_does_not_find_is_counted()
    {
        await using var hall = await OpenAsync();
        await hall.OrderAsync(Line(Lamp, 4));
        await hall.StartAsync();

        await hall.DoAsync(new ReportShort(Bought, 1, 1, "", 1));

        var count = Assert.Single(await hall.AllAsync<CycleCount>());
        Assert.Equal((CycleCountKind.Spot, Lamp), (count.Kind, count.Lines[0].Sku));
    }

    [Fact]
    public async Task A_count_is_refused_by_field()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new StartCycleCount(Count, CycleCountKind.Cycle, StockPlace.Main, [Lamp]));
        var start = new StartCycleCount(Guid.NewGuid(), CycleCountKind.Cycle, StockPlace.Main, [Lamp]);
        var submit = new SubmitCount(Count, "picker-7", [new CountedLine(Lamp, 10)]);

        Assert.Equal("CountId", (await hall.RefusedAsync(start with { CountId = Guid.Empty })).Field);
        Assert.Equal(RefusalCode.Duplicate, (await hall.RefusedAsync(start with { CountId = Count })).Code);
        Assert.Equal("Warehouse", (await hall.RefusedAsync(start with { Warehouse = " " })).Field);
        Assert.Equal("Skus", (await hall.RefusedAsync(start with { Skus = [] })).Field);
        Assert.Equal("Skus", (await hall.RefusedAsync(start with { Skus = [Lamp, Lamp] })).Field);
        Assert.Equal(RefusalCode.NotFound, (await hall.RefusedAsync(submit with { CountId = Guid.NewGuid() })).Code);
        Assert.Equal("Counter", (await hall.RefusedAsync(submit with { Counter = " " })).Field);
        Assert.Equal("Lines", (await hall.RefusedAsync(submit with { Lines = [] })).Field);
        Assert.Equal("Lines", (await hall.RefusedAsync(submit with { Lines = [new CountedLine(Vase, 1)] })).Field);
        Assert.Equal("Lines[LAMP-1].Counted", (await hall.RefusedAsync(submit with { Lines = [new CountedLine(Lamp, -1)] })).Field);
        Assert.Equal("Lines[LAMP-1].UnitCost", (await hall.RefusedAsync(submit with { Lines = [new CountedLine(Lamp, 1, Money.Eur(-1))] })).Field);
        Assert.Contains("Approver", (await hall.AskAsync(new ApproveVariance(Count, " ", true))).Refusals.Select(refusal => refusal.Field));
        Assert.Equal(CycleCountStatus.Open, Assert.Single(await hall.AllAsync<CycleCount>()).Status);
    }

    [Fact]
    public void Every_step_that_is_not_listed_is_refused()
    {
        string[] listed =
        [
            "None > Open", "Open > Submitted", "Submitted > AwaitingApproval", "Submitted > Correcting", "Submitted > Completed",
            "AwaitingApproval > Correcting", "AwaitingApproval > Completed", "Correcting > AwaitingApproval", "Correcting > Completed",
        ];
        Assert.Equal(listed.Order(), Steps.Of(CycleCountTransitions.Table));
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    [InlineData(CrashPoint.AfterAcknowledge)]
    public async Task A_level_is_corrected_once_though_a_process_dies(CrashPoint point)
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new StartCycleCount(Count, CycleCountKind.Cycle, StockPlace.Main, [Lamp]));
        await hall.DoAsync(new SubmitCount(Count, "picker-7", [new CountedLine(Lamp, 7, Money.Eur(8))]));

        hall.Host.CrashNextAt(point);
        await hall.Host.SendAsync(new ApproveVariance(Count, "boss", true));
        await hall.Host.RestartAfterCrashAsync();
        await hall.Host.SettleAsync();

        Assert.Equal((7, 0), await hall.LevelAsync(Lamp));
        Assert.Equal(CycleCountStatus.Completed, Assert.Single(await hall.AllAsync<CycleCount>()).Status);
    }

    [Fact]
    public void Wrong_settings_are_told_by_name()
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents.AddInventory().Services.Configure<CountingOptions>(options =>
            (options.MaxVarianceRate, options.MaxVarianceValue, options.Currency) = (2, -1, default)));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(
            () => provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<CountingOptions>>().Value);

        Assert.Equal(["MaxVarianceRate", "MaxVarianceValue", "Currency"], exception.Failures.Select(failure => failure.Split(' ')[0]));
    }
}
