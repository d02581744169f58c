using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Units that go from one warehouse to another.</summary>
public sealed class TransferTests
{
    private static readonly Sku Lamp = new("LAMP-1");
    private static readonly Guid Transfer = Guid.Parse("018f0000-0000-7000-8000-000000000001");

    [Fact]
    public async Task Units_are_kept_then_on_their_way_then_there_and_what_is_missing_is_a_loss()
    {
        await using var host = await StartAsync();

        await DoAsync(host, new StartTransfer(Transfer, new StockLine(Lamp, 6, "par"), "lyo"));
        var reserved = (await LevelsAsync(host), await StatusAsync(host));
        await DoAsync(host, new DispatchTransfer(Transfer));
        var sent = (await LevelsAsync(host), await StatusAsync(host));
        await DoAsync(host, new CompleteTransfer(Transfer, 5));

        Assert.Equal(((10, 6, 0), TransferStatus.Reserved), reserved);
        Assert.Equal(((4, 0, 0), TransferStatus.InTransit), sent);
        Assert.Equal(((4, 0, 5), TransferStatus.Received), (await LevelsAsync(host), await StatusAsync(host)));
        Assert.Equal((5, 1), (host.Published.Only<StockTransferred>().Received, host.Published.Only<StockTransferred>().Variance));
        Assert.Equal((-1, StockMovementKind.Loss), (host.Published.Only<StockAdjusted>().Delta, host.Published.Only<StockAdjusted>().Kind));
        var movements = await host.Services.GetRequiredService<IRepository<StockMovement>>().ListAsync(
            new EntityQuery<StockMovement> { Where = movement => movement.Kind == StockMovementKind.Transfer });
        Assert.Equal([("lyo", 5), ("par", -6)], movements.Items.Select(movement => (movement.Warehouse, movement.Quantity)).Order());
    }

    [Fact]
    public async Task More_than_there_is_cannot_be_sent()
    {
        await using var host = await StartAsync();

        await DoAsync(host, new StartTransfer(Transfer, new StockLine(Lamp, 11, "par"), "lyo"));

        Assert.Equal("Only 10 of 11 units are available.", host.Published.Only<TransferCancelled>().Reason);
        Assert.Equal(((10, 0, 0), TransferStatus.Cancelled), (await LevelsAsync(host), await StatusAsync(host)));
    }

    [Fact]
    public async Task A_transfer_that_has_not_left_can_be_cancelled_and_one_that_has_cannot()
    {
        await using var host = await StartAsync();
        var other = Guid.Parse("018f0000-0000-7000-8000-000000000002");
        await DoAsync(host, new StartTransfer(Transfer, new StockLine(Lamp, 6, "par"), "lyo"));
        await DoAsync(host, new StartTransfer(other, new StockLine(Lamp, 4, "par"), "lyo"));
        await DoAsync(host, new DispatchTransfer(other));

        await DoAsync(host, new CancelTransfer(Transfer, "not needed"));
        var late = await host.AskAsync<Answer>(new CancelTransfer(other, "not needed"));
        var reason = await host.AskAsync<Answer>(new CancelTransfer(other, " "));

        Assert.Equal((6, 0, 0), await LevelsAsync(host));
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(late.Refusals).Code);
        Assert.Equal("Reason", Assert.Single(reason.Refusals).Field);
    }

    [Fact]
    public async Task A_transfer_that_waits_keeps_its_units_as_long_as_it_takes()
    {
        await using var host = await StartAsync();
        await DoAsync(host, new StartTransfer(Transfer, new StockLine(Lamp, 6, "par"), "lyo"));

        await host.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Equal((10, 6, 0), await LevelsAsync(host));
    }

    [Fact]
    public async Task A_transfer_is_begun_once()
    {
        await using var host = await StartAsync();
        await DoAsync(host, new StartTransfer(Transfer, new StockLine(Lamp, 6, "par"), "lyo"));
        await DoAsync(host, new StartTransfer(Transfer, new StockLine(Lamp, 6, "par"), "lyo"));

        var other = await host.AskAsync<Answer>(new StartTransfer(Transfer, new StockLine(Lamp, 1, "par"), "lyo"));

        Assert.Equal(RefusalCode.Duplicate, Assert.Single(other.Refusals).Code);
        Assert.Equal((10, 6, 0), await LevelsAsync(host));
    }

    [Theory]
    [InlineData(0, "lyo", "Line.Quantity")]
    [InlineData(1, " ", "To")]
    [InlineData(1, "par", "To")]
    public async Task A_transfer_is_refused_by_field(int quantity, string to, string field)
    {
        await using var host = await StartAsync();

        var answer = await host.AskAsync<Answer>(new StartTransfer(Transfer, new StockLine(Lamp, quantity, "par"), to));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Equal((10, 0, 0), await LevelsAsync(host));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public async Task No_more_arrives_than_was_sent(int received)
    {
        await using var host = await StartAsync();
        await DoAsync(host, new StartTransfer(Transfer, new StockLine(Lamp, 6, "par"), "lyo"));
        await DoAsync(host, new DispatchTransfer(Transfer));

        var answer = await host.AskAsync<Answer>(new CompleteTransfer(Transfer, received));

        Assert.Equal("Received", Assert.Single(answer.Refusals).Field);
        Assert.Equal(TransferStatus.InTransit, await StatusAsync(host));
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    [InlineData(CrashPoint.AfterAcknowledge)]
    public async Task Units_that_arrive_while_a_process_dies_arrive_once(CrashPoint point)
    {
        await using var host = await StartAsync();
        await DoAsync(host, new StartTransfer(Transfer, new StockLine(Lamp, 6, "par"), "lyo"));
        await DoAsync(host, new DispatchTransfer(Transfer));

        host.CrashNextAt(point);
        await host.SendAsync(new CompleteTransfer(Transfer, 6));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Equal((4, 0, 6), await LevelsAsync(host));
        Assert.Equal(TransferStatus.Received, await StatusAsync(host));
    }

    [Fact]
    public void Every_step_that_is_not_listed_is_refused()
    {
        string[] listed =
        [
            "InTransit > Received", "None > Requested", "Requested > Cancelled", "Requested > Reserved", "Reserved > Cancelled",
            "Reserved > InTransit",
        ];
        Assert.Equal(listed.Order(), Steps.Of(TransferTransitions.Table));
    }

    private static async Task<AgentTestHost> StartAsync()
    {
        var host = await AgentTestHost.StartAsync(agents => agents.AddInventory());
        await host.SendAsync(new ReceiveStock(Lamp, 10, "opening", "par"));
        await host.SettleAsync();
        return host;
    }

    private static async Task DoAsync(AgentTestHost host, IMessage command)
    {
        Assert.Empty((await host.AskAsync<Answer>(command)).Refusals);
        await host.SettleAsync();
    }

    private static async Task<(int OnHand, int Reserved, int Elsewhere)> LevelsAsync(AgentTestHost host)
    {
        var states = host.Services.GetRequiredService<IAgentStates>();
        var here = await states.FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(Lamp, "par").Key);
        var there = await states.FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(Lamp, "lyo").Key);
        return (here!.OnHand, here.Reserved, there?.OnHand ?? 0);
    }

    private static async Task<TransferStatus> StatusAsync(AgentTestHost host) =>
        (await host.StateAsync<StockTransfer>(InventoryAgentsBuilderExtensions.TransferAgentName, Transfer.ToString())).Status;
}
