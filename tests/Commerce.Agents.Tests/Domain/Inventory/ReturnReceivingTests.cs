using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Monitoring;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Parcels that buyers send back: INV-2 rule 8 and W5 step 5.</summary>
public sealed class ReturnReceivingTests
{
    private static readonly Guid Rma = new("018f0000-0000-7000-8000-00000000000b");
    private static readonly OrderId Order = OrderKeys.From("shop", "basket-1");
    private static readonly Sku Lamp = new("LAMP-1");
    private static readonly Sku Vase = new("VASE-1");

    [Fact]
    public async Task INV_2_8_What_comes_back_is_in_no_level_until_it_is_released()
    {
        await using var host = await StartAsync();
        await DoAsync(host, Expected());

        await DoAsync(host, new ReceiveReturn(Rma, Order, [new(Lamp, 3), new(Vase, 1)], "lyon"));
        var pending = (Assert.Single(await AllAsync<ReturnReceipt>(host)), await AllAsync<StockMovement>(host));
        var inspections = host.Published.All<InspectionRequested>().ToList();
        await DoAsync(host, Completed(inspections[0], 2, 1));
        await DoAsync(host, Completed(inspections[1], 0, 1));
        var again = await host.AskAsync<Answer>(Completed(inspections[0], 2, 1));

        var received = host.Published.Only<ReturnItemsReceived>();
        Assert.Equal((Rma, "lyon", 4), (received.RmaId, received.Warehouse, received.Lines.Sum(static line => line.Quantity)));
        Assert.True(pending.Item1.IsPending);
        Assert.Empty(pending.Item2);
        Assert.Equal([(Lamp, 3), (Vase, 1)], inspections.Select(static inspection => (inspection.Sku, inspection.Quantity)));
        Assert.All(inspections, static inspection => Assert.Equal((ReturnReceipt.Inspection, Rma.ToString(), "lyon"), (inspection.Kind, inspection.Subject, inspection.Warehouse)));
        var movement = Assert.Single(await AllAsync<StockMovement>(host));
        Assert.Equal((StockMovementKind.Return, Lamp, "lyon", 2, "RMA-1"), (movement.Kind, movement.Sku, movement.Warehouse, movement.Quantity, movement.Reference));
        var receipt = Assert.Single(await AllAsync<ReturnReceipt>(host));
        Assert.False(receipt.IsPending);
        Assert.Equal([(StockQuality.Approved, 2), (StockQuality.Rejected, 0)], receipt.Lines.Select(static line => (line.Quality, line.Accepted)));
        Assert.Equal(RefusalCode.Duplicate, Assert.Single(again.Refusals).Code);
    }

    [Fact]
    public async Task INV_2_8_A_parcel_that_nobody_announced_goes_to_the_exceptions_shelf_and_somebody_is_told()
    {
        await using var host = await StartAsync();
        var parcel = new ReceiveReturn(Rma, Order, [new(Lamp, 1)]);

        var refused = await host.AskAsync<Answer>(parcel);
        await host.SettleAsync();
        var shelved = Assert.Single(await AllAsync<ShelvedParcel>(host));
        var alert = Assert.Single(await AllAsync<Alert>(host));
        await DoAsync(host, Expected());
        await DoAsync(host, parcel);
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal((RefusalCode.NotFound, "RmaId"), (Assert.Single(refused.Refusals).Code, refused.Refusals[0].Field));
        Assert.Equal((Rma, StockPlace.Main), (shelved.Id, shelved.Warehouse));
        Assert.Equal((AlertRules.UnknownParcel, Rma.ToString()), (alert.Rule, alert.Subject));
        Assert.Empty(await AllAsync<ShelvedParcel>(host));
        Assert.Empty(await AllAsync<StockMovement>(host));
        Assert.Equal(AlertStatus.Resolved, Assert.Single(await AllAsync<Alert>(host)).Status);
        Assert.Single(host.Published.All<ReturnItemsReceived>());
    }

    [Fact]
    public async Task A_return_may_come_in_several_parcels_and_never_more_than_was_announced()
    {
        await using var host = await StartAsync();
        await DoAsync(host, Expected());
        await DoAsync(host, new ReceiveReturn(Rma, Order, [new(Lamp, 2)]));

        var tooMany = await host.AskAsync<Answer>(new ReceiveReturn(Rma, Order, [new(Lamp, 2)]));
        await DoAsync(host, new ReceiveReturn(Rma, Order, [new(Lamp, 1), new(Vase, 1)]));

        Assert.Equal((RefusalCode.PolicyViolation, "Lines[LAMP-1].Quantity"), (Assert.Single(tooMany.Refusals).Code, tooMany.Refusals[0].Field));
        Assert.Equal(3, Assert.Single(await AllAsync<ReturnReceipt>(host)).Lines.Where(static line => line.Sku == Lamp).Sum(static line => line.Quantity));
    }

    [Theory]
    [InlineData("RmaId")]
    [InlineData("Number")]
    [InlineData("Lines")]
    [InlineData("Lines[LAMP-1]")]
    [InlineData("Lines[LAMP-1].Quantity")]
    public async Task An_announcement_that_cannot_be_is_refused_by_field(string field)
    {
        await using var host = await StartAsync();
        var message = field switch
        {
            "RmaId" => Expected() with { RmaId = Guid.Empty },
            "Number" => Expected() with { Number = null! },
            "Lines" => Expected() with { Lines = [] },
            "Lines[LAMP-1]" => Expected() with { Lines = [new(Lamp, 1), new(Lamp, 2)] },
            _ => Expected() with { Lines = [new(Lamp, 0)] },
        };

        var answer = await host.AskAsync<Answer>(message);

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Empty(await AllAsync<ReturnReceipt>(host));
    }

    [Theory]
    [InlineData("Warehouse")]
    [InlineData("OrderId")]
    [InlineData("Lines")]
    [InlineData("Lines[LAMP-1].Quantity")]
    public async Task A_parcel_that_cannot_be_is_refused_by_field(string field)
    {
        await using var host = await StartAsync();
        await DoAsync(host, Expected());
        var message = new ReceiveReturn(Rma, Order, [new(Lamp, 1)]);
        message = field switch
        {
            "Warehouse" => message with { Warehouse = null! },
            "OrderId" => message with { OrderId = OrderKeys.From("shop", "other") },
            "Lines" => message with { Lines = [] },
            _ => message with { Lines = [new(Lamp, -1)] },
        };

        var answer = await host.AskAsync<Answer>(message);
        await host.SettleAsync();

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Empty(host.Published.All<ReturnItemsReceived>());
        Assert.Empty(await AllAsync<ShelvedParcel>(host));
    }

    [Fact]
    public async Task An_announcement_may_be_repeated_and_not_changed()
    {
        await using var host = await StartAsync();
        await DoAsync(host, Expected());
        await DoAsync(host, Expected());

        var changed = await host.AskAsync<Answer>(Expected() with { Number = "RMA-2" });

        Assert.Equal((RefusalCode.Duplicate, "RmaId"), (Assert.Single(changed.Refusals).Code, changed.Refusals[0].Field));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(-1, 4)]
    [InlineData(1, 1)]
    public async Task An_inspection_decides_on_all_units(int accepted, int rejected)
    {
        await using var host = await StartAsync();
        await DoAsync(host, Expected());
        await DoAsync(host, new ReceiveReturn(Rma, Order, [new(Lamp, 3)]));

        var answer = await host.AskAsync<Answer>(Completed(host.Published.Only<InspectionRequested>(), accepted, rejected));

        Assert.Equal("Accepted", Assert.Single(answer.Refusals).Field);
        Assert.Empty(await AllAsync<StockMovement>(host));
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_crash_does_not_take_units_in_twice(CrashPoint point)
    {
        await using var host = await StartAsync();
        await DoAsync(host, Expected());
        host.CrashNextAt(point);
        await host.SendAsync(new ReceiveReturn(Rma, Order, [new(Lamp, 3)]));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();
        var inspection = host.Published.All<InspectionRequested>().DistinctBy(static asked => asked.InspectionId).Single();

        host.CrashNextAt(point);
        await host.SendAsync(Completed(inspection, 3, 0));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Equal(3, Assert.Single(await AllAsync<StockMovement>(host)).After);
    }

    private static Task<AgentTestHost> StartAsync() => AgentTestHost.StartAsync(static agents => agents.AddInventory().AddMonitoring());

    private static ExpectReturn Expected() => new(Rma, Order, "RMA-1", [new(Lamp, 3), new(Vase, 1)]);

    private static InspectionCompleted Completed(InspectionRequested inspection, int accepted, int rejected) =>
        new(inspection.InspectionId, inspection.Kind, inspection.Subject, accepted, rejected);

    private static async Task DoAsync(AgentTestHost host, IMessage command)
    {
        Assert.Empty((await host.AskAsync<Answer>(command)).Refusals);
        await host.SettleAsync();
    }

    private static async Task<IReadOnlyList<T>> AllAsync<T>(AgentTestHost host)
        where T : class, IEntity => (await host.Services.GetRequiredService<IRepository<T>>().ListAsync(new())).Items;
}
