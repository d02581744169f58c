using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

public sealed class WarehouseAgentTests
{
    private static readonly OrderId Id = OrderKeys.From("shop", "basket-1");

    [Fact]
    public async Task The_best_warehouse_is_told_and_the_decision_is_kept()
    {
        await using var host = await StartAsync("LIL", "PAR");

        var answer = await host.AskAsync<WarehouseSelectionAnswer>(new SelectWarehouse(Id, Order(("LIL", 2), ("PAR", 2))));
        await host.SettleAsync();

        var selected = host.Published.Only<WarehouseSelected>();
        Assert.Equal((Id, "PAR", answer.Ranking!.Ranked[0].Score), (selected.OrderId, selected.Warehouse, selected.Score));
        Assert.Equal((Money.Eur(7.69m), 1), (selected.EstimatedCost, selected.EstimatedDays));
        var decision = Assert.Single((await host.Services.GetRequiredService<IRepository<Decision>>().ListAsync(new())).Items);
        Assert.Equal(("warehouse", Id.ToString(), "PAR", selected.Score), (decision.Kind, decision.Subject, decision.Outcome, decision.Score));
        Assert.Equal(selected.Components, decision.Parts);
        Assert.Contains("before LIL", decision.Reason, StringComparison.Ordinal);
        var state = await host.StateAsync<WarehouseSelection>(InventoryAgentsBuilderExtensions.WarehouseSelectionAgentName, Id.ToString());
        Assert.Equal(("PAR", 2), (state.Warehouse, state.Ranked.Count));
    }

    [Fact]
    public async Task When_none_can_ship_the_reasons_are_told_and_kept()
    {
        await using var host = await StartAsync("LIL", "PAR");

        await host.AskAsync<WarehouseSelectionAnswer>(new SelectWarehouse(Id, Order()));
        await host.SettleAsync();

        var told = host.Published.Only<NoWarehouseAvailable>();
        Assert.Equal(["LIL", "PAR"], told.Rejected.Select(rejection => rejection.Warehouse));
        Assert.Empty(host.Published.All<WarehouseSelected>());
        Assert.Equal("none", Assert.Single((await host.Services.GetRequiredService<IRepository<Decision>>().ListAsync(new())).Items).Outcome);
    }

    [Fact]
    public async Task Scoring_alone_chooses_nothing()
    {
        await using var host = await StartAsync("PAR");

        var answer = await host.AskAsync<WarehouseSelectionAnswer>(new ScoreWarehouses(Id, Order(("PAR", 2))));
        await host.SettleAsync();

        Assert.Equal("PAR", answer.Ranking!.Best()!.Warehouse);
        Assert.Empty(host.Published.All<WarehouseSelected>());
        Assert.Empty((await host.Services.GetRequiredService<IRepository<Decision>>().ListAsync(new())).Items);
    }

    [Theory]
    [InlineData("Lines")]
    [InlineData("Lines[LAMP-1].Quantity")]
    [InlineData("ShipTo.Coordinates")]
    [InlineData("Volume")]
    public async Task An_order_that_cannot_be_is_refused_and_nothing_is_decided(string field)
    {
        await using var host = await StartAsync("PAR");
        var order = Order(("PAR", 2));
        order = field switch
        {
            "Lines" => order with { Lines = [] },
            "Volume" => order with { Volume = -1 },
            "ShipTo.Coordinates" => order with { ShipTo = order.ShipTo! with { Coordinates = new GeoPoint(91, 0) } },
            _ => order with { Lines = [order.Lines[0] with { Quantity = 0 }] },
        };

        var answer = await host.AskAsync<WarehouseSelectionAnswer>(new SelectWarehouse(Id, order));
        await host.SettleAsync();

        Assert.Null(answer.Ranking);
        Assert.Equal((RefusalCode.Validation, field), (Assert.Single(answer.Refusals).Code, answer.Refusals[0].Field));
        Assert.Empty(host.Published.All<WarehouseSelected>());
        Assert.Empty((await host.Services.GetRequiredService<IRepository<Decision>>().ListAsync(new())).Items);
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_crash_does_not_decide_twice(CrashPoint point)
    {
        await using var host = await StartAsync("PAR");

        host.CrashNextAt(point);
        await host.SendAsync(new SelectWarehouse(Id, Order(("PAR", 2))));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Single((await host.Services.GetRequiredService<IRepository<Decision>>().ListAsync(new())).Items);
    }

    [Theory]
    [InlineData("Code")]
    [InlineData("Coordinates")]
    [InlineData("Countries")]
    [InlineData("Metrics.Utilisation")]
    [InlineData("Metrics.HandlingHours")]
    [InlineData("Metrics.ErrorRate")]
    [InlineData("Metrics.OnTimeRate")]
    public async Task A_warehouse_that_cannot_be_is_refused(string field)
    {
        await using var host = await StartAsync();
        var good = Set("PAR");
        var answer = await host.AskAsync<Answer>(field switch
        {
            "Code" => good with { Code = " PAR" },
            "Coordinates" => good with { Coordinates = new GeoPoint(0, 181) },
            "Countries" => good with { Countries = [] },
            "Metrics.Utilisation" => good with { Metrics = new WarehouseMetrics(Utilisation: -0.1m) },
            "Metrics.HandlingHours" => good with { Metrics = new WarehouseMetrics(HandlingHours: -1) },
            "Metrics.ErrorRate" => good with { Metrics = new WarehouseMetrics(ErrorRate: 2) },
            _ => good with { Metrics = new WarehouseMetrics(OnTimeRate: 92) },
        });

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Empty((await host.Services.GetRequiredService<IRepository<Warehouse>>().ListAsync(new())).Items);
    }

    [Fact]
    public async Task An_alert_is_told_once_until_it_is_over()
    {
        await using var host = await StartAsync();
        foreach (var used in new[] { 0.95m, 0.96m, 0.50m, 0.97m })
        {
            await host.AskAsync<Answer>(Set("PAR") with { Metrics = new WarehouseMetrics(used) });
        }

        await host.SettleAsync();

        Assert.Equal([0.95m, 0.97m], host.Published.All<CapacityAlertRaised>().Select(alert => alert.Value));
    }

    [Fact]
    public async Task Metrics_stay_when_a_change_does_not_give_them()
    {
        await using var host = await StartAsync();
        await host.AskAsync<Answer>(Set("PAR") with { Metrics = new WarehouseMetrics(0.95m) });
        await host.AskAsync<Answer>(Set("PAR") with { IsActive = false });

        var answer = await host.AskAsync<WarehouseMetricsAnswer>(new GetWarehouseMetrics("PAR"));

        Assert.Equal(new WarehouseMetrics(0.95m), answer.Metrics);
        Assert.Equal("utilisation", Assert.Single(answer.Alerts).Kind);
    }

    [Fact]
    public async Task Metrics_of_an_unknown_warehouse_are_not_found()
    {
        await using var host = await StartAsync();

        var answer = await host.AskAsync<WarehouseMetricsAnswer>(new GetWarehouseMetrics("NOWHERE"));

        Assert.Equal(RefusalCode.NotFound, Assert.Single(answer.Refusals).Code);
    }

    [Fact]
    public async Task Wrong_options_stop_the_start_by_name()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => ValidateAsync(options =>
            (options.MaxUtilisation, options.FullAvailabilityLead, options.CostMin) = (1.1m, -1, -1)));

        Assert.All(["MaxUtilisation", "FullAvailabilityLead", "CostMin"], option => Assert.Contains(option, exception.Message, StringComparison.Ordinal));
    }

    private static async Task ValidateAsync(Action<WarehouseOptions> configure)
    {
        await using var host = await AgentTestHost.StartAsync(agents => agents.AddInventory().Services.Configure(configure));
        _ = host.Services.GetRequiredService<IOptions<WarehouseOptions>>().Value;
    }

    private static async Task<AgentTestHost> StartAsync(params string[] codes)
    {
        var host = await AgentTestHost.StartAsync(agents => agents.AddInventory());
        foreach (var code in codes)
        {
            await host.AskAsync<Answer>(Set(code));
        }

        return host;
    }

    private static SetWarehouse Set(string code) => new(
        code,
        new Address { Line1 = "1 quai des Essais", City = code == "PAR" ? "Paris" : "Lille", PostalCode = code == "PAR" ? "75002" : "59000", Country = CountryCode.France },
        null,
        [CountryCode.France],
        []);

    private static WarehouseOrder Order(params (string Warehouse, int Available)[] available) => new(
        [new WarehouseOrderLine(new Sku("LAMP-1"), 2, available.ToDictionary(entry => entry.Warehouse, entry => entry.Available))],
        new WarehouseDestination(CountryCode.France, "75001", "Paris"),
        ServiceLevel.Standard,
        Weight.FromKilograms(1),
        0);
}
