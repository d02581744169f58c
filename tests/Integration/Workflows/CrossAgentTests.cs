using Commerce.Agents;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Samples.Platform;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>The 22 checks between agents: who tells, who receives, and what the receiver tells or does then.</summary>
[Collection(WorkflowCollection.Name)]
public sealed class CrossAgentTests
{
    [Theory]
    [EachBackend]
    public async Task Order_to_inventory_1_the_order_agent_publishes_order_created(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        Assert.Equal(2, (await run.HeardAsync<OrderPlaced>(placed => placed.OrderId == run.OrderId)).Lines.Single().Quantity);
    }

    [Theory]
    [EachBackend]
    public async Task Order_to_inventory_2_the_inventory_agent_receives_it(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        await PlatformHost.WaitAsync(async () => await ReservationOf(run) is not null, "the reservation");
        Assert.Equal(1, (await ReservationOf(run))!.Attempt);
    }

    [Theory]
    [EachBackend]
    public async Task Order_to_inventory_3_the_inventory_agent_publishes_inventory_reserved(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        Assert.Equal(2, (await run.HeardAsync<StockReserved>(reserved => reserved.ReservationId == run.OrderId.Value)).Lines.Single().Quantity);
    }

    [Theory]
    [EachBackend]
    public async Task Order_to_transport_1_the_order_is_published_as_ready_to_ship(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        Assert.True((await run.HeardAsync<OrderReadyToShip>(ready => ready.OrderId == run.OrderId)).Packages.Single().Weight.Kilograms >= 2);
    }

    [Theory]
    [EachBackend]
    public async Task Order_to_transport_2_the_shipping_agent_receives_it(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        Assert.NotNull((await run.Platform.ReachedAsync(run.OrderId, static order => order.TrackingNumber is not null, "the label")).Carrier);
    }

    [Theory]
    [EachBackend]
    public async Task Order_to_transport_3_the_shipping_agent_publishes_carrier_selected(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        var selected = await run.HeardAsync<CarrierSelected>(selected => selected.OrderId == run.OrderId);
        Assert.NotEmpty(selected.Components);
        Assert.NotEmpty(selected.Reason);
    }

    [Theory]
    [EachBackend]
    public async Task Marketplace_to_order_1_the_connector_publishes_the_order(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        var received = await run.HeardAsync<MarketplaceOrderReceived>(received => received.ExternalId == run.External);
        Assert.Equal((28.90m, run.Sold), (received.Totals.Total.Amount, received.Lines.Single().Sku));
    }

    [Theory]
    [EachBackend]
    public async Task Marketplace_to_order_2_the_order_agent_receives_it(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        Assert.Equal(run.External, (await run.HeardAsync<OrderImported>(imported => imported.ExternalId == run.External)).ExternalId);
    }

    [Theory]
    [EachBackend]
    public async Task Marketplace_to_order_3_the_order_agent_creates_the_internal_order(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        var id = OrderKeys.From(PlatformServices.Marketplace, run.External);
        var order = await run.Platform.ReachedAsync(id, static known => known.Status >= OrderStatus.Confirmed, "the internal order");
        Assert.Equal(1, await run.Platform.Services.GetRequiredService<IRepository<OrderRecord>>().CountAsync(record => record.Number == order.Number));
    }

    [Theory]
    [EachBackend]
    public async Task Inventory_to_marketplace_1_the_inventory_agent_publishes_the_update(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        Assert.Equal(6, (await run.HeardAsync<StockLevelChanged>(changed => changed.Sku == run.Twice && changed.Delta == -1)).Available);
    }

    [Theory]
    [EachBackend]
    public async Task Inventory_to_marketplace_2_the_connector_receives_it(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        Assert.Equal(PlatformServices.Marketplace, (await run.HeardAsync<MarketplaceInventorySynced>(synced => synced.Sku == run.Twice && synced.Quantity == 5)).Account);
    }

    [Theory]
    [EachBackend]
    public async Task Inventory_to_marketplace_3_the_connector_syncs_to_every_marketplace(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        await PlatformHost.WaitAsync(() => Task.FromResult(run.Platform.Sandbox.Get<MiraklSandbox>().Stock.GetValueOrDefault(run.Twice.Value) == 5), "the quantity there");
    }

    [Theory]
    [EachBackend]
    public async Task After_sales_to_transport_1_after_sales_publishes_return_approved(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        Assert.Equal(run.RmaId, (await run.HeardAsync<ReturnWasApproved>(approved => approved.RmaId == run.RmaId)).RmaId);
    }

    [Theory]
    [EachBackend]
    public async Task After_sales_to_transport_2_the_shipping_agent_receives_it(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        await PlatformHost.WaitAsync(async () => await ReturnOf(run) is { Request: not null }, "the asked return");
    }

    [Theory]
    [EachBackend]
    public async Task After_sales_to_transport_3_the_shipping_agent_generates_the_return_label(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        var created = await run.HeardAsync<ReturnLabelCreated>(created => created.RmaId == run.RmaId);
        Assert.True((await File.ReadAllBytesAsync(run.Platform.LabelFile(created.Labels.Single()))).Length > 100);
    }

    [Theory]
    [EachBackend]
    public async Task Quality_to_inventory_1_quality_publishes_inspection_complete(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        var done = await run.HeardAsync<InspectionCompleted>(inspected => inspected.Subject == run.ReceiptId.ToString());
        Assert.Equal((5, 1), (done.Accepted, done.Rejected));
    }

    [Theory]
    [EachBackend]
    public async Task Quality_to_inventory_2_the_inventory_agent_receives_it(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        var receipts = run.Platform.Services.GetRequiredService<IRepository<Receipt>>();
        await PlatformHost.WaitAsync(async () => await receipts.FindAsync(run.ReceiptId) is { Value.IsPending: false }, "the judged receipt");
        Assert.Equal(StockQuality.Approved, (await receipts.FindAsync(run.ReceiptId))!.Value.Lines.Single().Quality);
    }

    [Theory]
    [EachBackend]
    public async Task Quality_to_inventory_3_the_inventory_agent_restocks(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        await PlatformHost.WaitAsync(async () => await run.Platform.LevelAsync(PlatformHost.Inspected) is { OnHand: 5, Available: 5 }, "the good units");
    }

    [Theory]
    [EachBackend]
    public async Task Ordering_1_five_messages_are_sent_to_each_of_eight_keys(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        await PlatformHost.WaitAsync(
            () => Task.FromResult(run.Count<Numbered>(numbered => numbered.Key.StartsWith(run.Key, StringComparison.Ordinal)) >= CrossAgentRun.Ordered * CrossAgentRun.Keys),
            "all numbers");
    }

    [Theory]
    [EachBackend]
    public async Task Ordering_2_each_key_receives_them_in_order(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        for (var key = 0; key < CrossAgentRun.Keys; key++)
        {
            var id = $"{run.Key}-{key}";
            await PlatformHost.WaitAsync(async () => (await NumbersOf(run, id)).Count >= CrossAgentRun.Ordered, "the numbers of a key");
            Assert.Equal([1, 2, 3, 4, 5], await NumbersOf(run, id));
        }
    }

    [Theory]
    [EachBackend]
    public async Task Idempotency_1_a_duplicate_changes_the_state_once(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        Assert.Equal(6, (await run.Platform.LevelAsync(run.Twice)).OnHand);
    }

    [Theory]
    [EachBackend]
    public async Task Idempotency_2_a_duplicate_has_its_effects_once(Backend backend)
    {
        var run = await CrossAgentRun.OnAsync(backend);
        await run.HeardAsync<StockLevelChanged>(changed => changed.Sku == run.Twice && changed.Delta == -1);
        Assert.Equal(1, run.Count<StockLevelChanged>(changed => changed.Sku == run.Twice && changed.Delta == -3));
        Assert.Equal(1, await run.Platform.Services.GetRequiredService<IRepository<StockMovement>>().CountAsync(movement => movement.Sku == run.Twice && movement.Quantity == -3));
    }

    private static Task<StockReservation?> ReservationOf(CrossAgentRun run) => run.Platform.Services.GetRequiredService<IAgentStates>()
        .FindAsync<StockReservation>(InventoryAgentsBuilderExtensions.ReservationAgentName, run.OrderId.ToString());

    private static Task<ReturnShipment?> ReturnOf(CrossAgentRun run) => run.Platform.Services.GetRequiredService<IAgentStates>()
        .FindAsync<ReturnShipment>(ShippingAgentsBuilderExtensions.ReturnShipmentAgentName, run.RmaId.ToString());

    private static async Task<IReadOnlyList<int>> NumbersOf(CrossAgentRun run, string key) =>
        (await run.Platform.Services.GetRequiredService<IAgentStates>().FindAsync<WitnessState>(Witness.Name, key))?.Numbers ?? [];
}
