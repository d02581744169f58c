using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Units that arrive.</summary>
public sealed class ReceivingTests
{
    private static readonly DateOnly Expiry = new(2026, 9, 1);

    [Fact]
    public async Task A_delivery_is_there_at_once_with_its_cost_and_batch()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);

        await ReceiveAsync(purchasing, id, 60, "L1");

        var movement = Assert.Single(await AllAsync<StockMovement>(purchasing));
        Assert.Equal((60, 0, 60, Money.Eur(9), "L1"), (movement.Quantity, movement.Before, movement.After, movement.UnitCost, movement.Batch));
        Assert.Equal(new StockReceived(id, Purchasing.Lamp, "PAR", 100, 60, "L1"), purchasing.Host.Published.Only<StockReceived>());
        Assert.Equal(PurchaseOrderStatus.PartiallyReceived, (await purchasing.FindAsync(id)).Status);
        Assert.Empty(await AllAsync<PutAwayTask>(purchasing));
    }

    [Fact]
    public async Task More_than_five_per_cent_too_many_are_refused()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);

        var refused = await purchasing.DoAsync(new ReceiveInbound(id, "BL-1", [new PurchaseReceiptLine(Purchasing.Lamp, 106)]));
        await purchasing.Host.SettleAsync();
        var before = await AllAsync<StockMovement>(purchasing);
        await ReceiveAsync(purchasing, id, 105);

        Assert.Equal("Lines[LAMP-1].Received", Assert.Single(refused.Refusals).Field);
        Assert.Empty(before);
        Assert.Equal(105, Assert.Single(await AllAsync<StockMovement>(purchasing)).After);
    }

    [Fact]
    public async Task W3_7_What_is_inspected_is_in_no_level_until_it_is_released_and_what_is_bad_goes_back()
    {
        await using var purchasing = await InspectingAsync(options => options.InspectedSkus.Add(Purchasing.Lamp));
        var id = await purchasing.BuyConfirmedAsync(100);
        await ReceiveAsync(purchasing, id, 100, "L1");
        var pending = (Assert.Single(await AllAsync<Receipt>(purchasing)), await AllAsync<StockMovement>(purchasing));
        var inspection = purchasing.Host.Published.Only<InspectionRequested>();

        await CompleteAsync(purchasing, inspection, 90, 10);
        var again = await purchasing.DoAsync(Completed(inspection, 90, 10));

        Assert.True(pending.Item1.IsPending);
        Assert.Empty(pending.Item2);
        Assert.Equal((Purchasing.Lamp, 100, "PAR", "B", "L1"), (inspection.Sku, inspection.Quantity, inspection.Warehouse, inspection.Supplier, inspection.Batch));
        Assert.Equal(90, Assert.Single(await AllAsync<StockMovement>(purchasing)).After);
        Assert.Equal(90, purchasing.Host.Published.Only<StockReceived>().Received);
        Assert.Equal(new GoodsRejected(id, "B", "PAR", Purchasing.Lamp, 10, "L1"), purchasing.Host.Published.Only<GoodsRejected>());
        Assert.Equal(RefusalCode.Duplicate, Assert.Single(again.Refusals).Code);
        var line = Assert.Single(await AllAsync<Receipt>(purchasing)).Lines[0];
        Assert.Equal((StockQuality.Approved, 90), (line.Quality, line.Accepted));
    }

    [Fact]
    public async Task A_delivery_that_is_all_bad_never_arrives()
    {
        await using var purchasing = await InspectingAsync(options => options.InspectedSuppliers.Add("B"));
        await ReceiveAsync(purchasing, await purchasing.BuyConfirmedAsync(100), 100);

        await CompleteAsync(purchasing, purchasing.Host.Published.Only<InspectionRequested>(), 0, 100);

        Assert.Empty(await AllAsync<StockMovement>(purchasing));
        Assert.Empty(purchasing.Host.Published.All<StockReceived>());
        Assert.Equal(StockQuality.Rejected, Assert.Single(await AllAsync<Receipt>(purchasing)).Lines[0].Quality);
    }

    [Theory]
    [InlineData(90, 9)]
    [InlineData(101, -1)]
    [InlineData(-1, 101)]
    public async Task An_inspection_that_does_not_add_up_is_refused(int accepted, int rejected)
    {
        await using var purchasing = await InspectingAsync(options => options.InspectedSuppliers.Add("B"));
        await ReceiveAsync(purchasing, await purchasing.BuyConfirmedAsync(100), 100);
        var inspection = purchasing.Host.Published.Only<InspectionRequested>();

        var wrong = await purchasing.DoAsync(Completed(inspection, accepted, rejected));
        var unknown = await purchasing.DoAsync(Completed(inspection, 100, 0) with { InspectionId = Guid.NewGuid() });

        Assert.Equal("Accepted", Assert.Single(wrong.Refusals).Field);
        Assert.Equal(RefusalCode.NotFound, Assert.Single(unknown.Refusals).Code);
        Assert.True(Assert.Single(await AllAsync<Receipt>(purchasing)).IsPending);
    }

    [Fact]
    public async Task Other_inspections_are_none_of_its_business()
    {
        await using var purchasing = await InspectingAsync(options => options.InspectedSuppliers.Add("B"));
        await ReceiveAsync(purchasing, await purchasing.BuyConfirmedAsync(100), 100);
        var inspection = purchasing.Host.Published.Only<InspectionRequested>();

        await purchasing.Host.SendAsync(Completed(inspection, 100, 0) with { Kind = "return" });
        await purchasing.Host.SendAsync(Completed(inspection, 100, 0) with { Subject = "RMA-1" });
        await purchasing.Host.SettleAsync();

        Assert.True(Assert.Single(await AllAsync<Receipt>(purchasing)).IsPending);
    }

    [Fact]
    public async Task A_batch_without_a_name_is_refused_by_field()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var id = await purchasing.BuyConfirmedAsync(100);

        var answer = await purchasing.DoAsync(new ReceiveInbound(id, "BL-1", [new PurchaseReceiptLine(Purchasing.Lamp, 1, 0, " ")]));
        var unit = await purchasing.DoAsync(new ReceiveStock(Purchasing.Lamp, 1, "opening", UnitCost: Money.Eur(-1), Batch: " "));

        Assert.Equal("Lines[LAMP-1].Batch", Assert.Single(answer.Refusals).Field);
        Assert.Equal(["UnitCost", "Batch"], unit.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task What_arrives_where_people_scan_is_put_away()
    {
        await using var purchasing = await Purchasing.OpenAsync();
        var options = purchasing.Host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<PickingOptions>>().Value;
        options.IsAutomatic = false;
        await ReceiveAsync(purchasing, await purchasing.BuyConfirmedAsync(100), 100, "L1");
        var task = Assert.Single(await AllAsync<PutAwayTask>(purchasing));

        await purchasing.DoAsync(new PutAway(Purchasing.Lamp, "PAR", "A-01-01-1", 100, task.Id));

        Assert.Equal((100, "L1", Expiry), (task.Quantity, task.Batch, task.ExpiresOn));
        var location = Assert.Single(await AllAsync<Location>(purchasing));
        Assert.Equal((100, "L1", Expiry), (location.Quantity, location.Batch, location.ExpiresOn));
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    [InlineData(CrashPoint.AfterAcknowledge)]
    public async Task Units_that_are_released_while_a_process_dies_arrive_once(CrashPoint point)
    {
        await using var purchasing = await InspectingAsync(options => options.InspectedSuppliers.Add("B"));
        await ReceiveAsync(purchasing, await purchasing.BuyConfirmedAsync(100), 100);

        purchasing.Host.CrashNextAt(point);
        await purchasing.Host.SendAsync(Completed(purchasing.Host.Published.Only<InspectionRequested>(), 100, 0));
        await purchasing.Host.RestartAfterCrashAsync();
        await purchasing.Host.SettleAsync();

        Assert.Equal(100, Assert.Single(await AllAsync<StockMovement>(purchasing)).After);
    }

    [Fact]
    public void Wrong_settings_are_told_by_name()
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents.AddInventory().Services.Configure<ReceivingOptions>(options => options.InspectedSuppliers.Add(" ")));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(
            () => provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<ReceivingOptions>>().Value);

        Assert.Contains("InspectedSuppliers", Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    private static async Task<Purchasing> InspectingAsync(Action<ReceivingOptions> configure)
    {
        var purchasing = await Purchasing.OpenAsync();
        configure(purchasing.Host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ReceivingOptions>>().Value);
        return purchasing;
    }

    private static async Task ReceiveAsync(Purchasing purchasing, PurchaseOrderId id, int lamps, string? batch = null)
    {
        Assert.Empty((await purchasing.DoAsync(new ReceiveInbound(id, "BL-9", [new PurchaseReceiptLine(Purchasing.Lamp, lamps, 0, batch, Expiry)]))).Refusals);
        await purchasing.Host.SettleAsync();
    }

    private static async Task CompleteAsync(Purchasing purchasing, InspectionRequested inspection, int accepted, int rejected)
    {
        Assert.Empty((await purchasing.DoAsync(Completed(inspection, accepted, rejected))).Refusals);
        await purchasing.Host.SettleAsync();
    }

    private static InspectionCompleted Completed(InspectionRequested inspection, int accepted, int rejected) =>
        new(inspection.InspectionId, inspection.Kind, inspection.Subject, accepted, rejected);

    private static async Task<IReadOnlyList<T>> AllAsync<T>(Purchasing purchasing)
        where T : class, IEntity => (await purchasing.Host.Services.GetRequiredService<IRepository<T>>().ListAsync(new EntityQuery<T>())).Items;
}
