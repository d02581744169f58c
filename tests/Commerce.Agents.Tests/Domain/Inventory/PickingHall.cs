using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>A warehouse with scanners that has 10 lamps and 10 vases.</summary>
internal sealed class PickingHall : IAsyncDisposable
{
    internal static readonly OrderId Bought = new(Guid.Parse("018f0000-0000-7000-8000-000000000001"));
    internal static readonly Sku Lamp = new("LAMP-1");
    internal static readonly Sku Vase = new("VASE-1");

    private PickingHall(AgentTestHost host) => Host = host;

    internal AgentTestHost Host { get; }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static async Task<PickingHall> OpenAsync(Action<PickingOptions>? configure = null, FakeClock? clock = null)
    {
        var hall = new PickingHall(await AgentTestHost.StartAsync(
            agents => agents.AddInventory().Services.Configure(configure ?? (options => options.IsAutomatic = false)), clock: clock));
        await hall.Host.SendAsync(new ReceiveStock(Lamp, 10, "opening"));
        await hall.Host.SendAsync(new ReceiveStock(Vase, 10, "opening"));
        await hall.Host.SettleAsync();
        return hall;
    }

    internal static OrderLine Line(Sku sku, int quantity, decimal kilograms = 1.2m) => new()
    {
        Sku = sku,
        Title = sku.Value,
        Quantity = quantity,
        UnitPrice = Money.Eur(10),
        Net = Money.Eur(10 * quantity),
        Tax = Money.Eur(2 * quantity),
        UnitWeight = Weight.FromKilograms(kilograms),
        UnitSize = new Dimensions(30, 20, 15),
    };

    internal static FulfilmentPlanned Planned(OrderPriority priority, params PlannedPart[] parts) => new(
        Bought, "ORD-20260302-000001", FulfilmentStrategy.SingleWarehouse, parts, Shop.Party("Zoé Martin", "69002", "Lyon"), null, priority);

    /// <summary>Opens a hall where two lamps are picked and not packed.</summary>
    internal static async Task<PickingHall> PickedHallAsync()
    {
        var hall = await OpenAsync();
        await hall.OrderAsync(Line(Lamp, 2));
        await hall.StartAsync();
        await hall.DoAsync(new ConfirmPick(Bought, 1, 1, "", Lamp.Value, 2));
        await hall.DoAsync(new CompletePicking(Bought, 1));
        return hall;
    }

    /// <summary>Reserves and plans an order.</summary>
    internal async Task OrderAsync(params OrderLine[] lines)
    {
        await Host.SendAsync(new ReserveStock(Bought.Value, [.. lines.Select(line => new StockLine(line.Sku, line.Quantity))]));
        await Host.SettleAsync();
        await Host.SendAsync(Planned(OrderPriority.Normal, new PlannedPart(StockPlace.Main, lines)));
        await Host.SettleAsync();
    }

    /// <summary>Assigns the list and starts.</summary>
    internal async Task StartAsync()
    {
        await DoAsync(new AssignPickList(Bought, 1, "picker-7"));
        await DoAsync(new StartPicking(Bought, 1));
    }

    internal async Task DoAsync(IMessage command)
    {
        Assert.Empty((await AskAsync(command)).Refusals);
        await Host.SettleAsync();
    }

    internal Task<Answer> AskAsync(IMessage command) => Host.AskAsync<Answer>(command);

    internal async Task<Refusal> RefusedAsync(IMessage command) => Assert.Single((await AskAsync(command)).Refusals);

    internal async Task<IReadOnlyList<T>> AllAsync<T>()
        where T : class, IEntity => (await Host.Services.GetRequiredService<IRepository<T>>().ListAsync(new EntityQuery<T>())).Items;

    internal async Task<PickList> ListAsync() => Assert.Single(await AllAsync<PickList>());

    internal async Task<(int OnHand, int Reserved)> LevelAsync(Sku sku)
    {
        var level = await Host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(sku).Key);
        return (level.OnHand, level.Reserved);
    }

    /// <summary>Lists the locations as "code: quantity, kept".</summary>
    internal async Task<IEnumerable<string>> LocationsAsync() =>
        (await AllAsync<Location>()).Select(location => $"{location.Code}: {location.Quantity}, {location.Kept}").Order(StringComparer.Ordinal);
}
