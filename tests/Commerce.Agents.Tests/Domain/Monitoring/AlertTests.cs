using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Monitoring;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Agents.Tests.Domain.Catalog;
using Commerce.Carriers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Monitoring;

/// <summary>Alerts (PLT-3).</summary>
public sealed class AlertTests
{
    private const string Rule = "queue-long";
    private const string Subject = "orders";

    private static readonly OrderId Order = OrderKeys.From("shop", "1");
    private static readonly Guid Return = new(4, 0, 0, new byte[8]);
    private static readonly PurchaseOrderId Purchase = new(new Guid(3, 0, 0, new byte[8]));

    public static TheoryData<string, string, AlertSeverity, IMessage> Raising => new()
    {
        { AlertRules.OrderStuck, $"{Order}", AlertSeverity.Warning, new OrderStuckDetected(Order, "ORD-1", OrderStatus.Pending, 30) },
        { AlertRules.NoCarrier, $"{Order}/1", AlertSeverity.High, new NoCarrierAvailable(Order, "too heavy") },
        { AlertRules.ParcelSilent, $"{Order}/1", AlertSeverity.High, new LostReviewOpened(Order, CarrierCode.Ups, new TrackingNumber("1Z"), DateTimeOffset.UnixEpoch, "silent") },
        { AlertRules.OrderQuarantined, "mirakl/A-1", AlertSeverity.Warning, new MarketplaceOrderQuarantined("mirakl", "A-1", "unknown SKU") },
        { AlertRules.SyncFailed, "mirakl/orders", AlertSeverity.Warning, SyncFailed() },
        { AlertRules.Capacity, "main/utilisation", AlertSeverity.Warning, new CapacityAlertRaised("main", "utilisation", 0.93m) },
        { AlertRules.StockMismatch, "main/LAMP-1", AlertSeverity.Critical, new StockMismatchDetected(Shop.Lamp, "main", 5, 6) },
        { AlertRules.CarrierVolume, CarrierCode.Ups.Value, AlertSeverity.Warning, new CarrierVolumeExceeded(CarrierCode.Ups, new DateOnly(2026, 3, 1), 101) },
        { AlertRules.UnknownParcel, $"{Return}", AlertSeverity.Warning, new UnknownParcelShelved(Return, "main") },
        { AlertRules.GatewayUnhealthy, "stripe", AlertSeverity.Critical, new GatewayHealthChanged("stripe", false, TimeSpan.FromSeconds(9)) },
        { AlertRules.PurchaseOrderOverdue, $"{Purchase}", AlertSeverity.Warning, Overdue(OverdueStep.Alert) },
    };

    public static TheoryData<IMessage, IMessage> Clearing => new()
    {
        { new OrderStuckDetected(Order, "ORD-1", OrderStatus.Pending, 30), new OrderCancelled(Order, "ORD-1", "gone") },
        { new OrderStuckDetected(Order, "ORD-1", OrderStatus.Pending, 30), new OrderOnHold(Order, "ORD-1", "fraud") },
        { new OrderStuckDetected(Order, "ORD-1", OrderStatus.Pending, 30), new OrderPaymentFailed(Order, "ORD-1", "declined", "try again") },
        { new OrderStuckDetected(Order, "ORD-1", OrderStatus.Processing, 30), new OrderPartiallyShipped(Order, "ORD-1", 1, 2) },
        { new OrderStuckDetected(Order, "ORD-1", OrderStatus.Processing, 30), new OrderShipped(Order, "ORD-1", "shop", "", CarrierCode.Ups, new TrackingNumber("1Z")) },
        { new NoCarrierAvailable(Order, "too heavy", 2), new ShipmentCreated(Order, CarrierCode.Ups, new TrackingNumber("1Z"), Money.Eur(5), "cheap", Part: 2) },
        { new UnknownParcelShelved(Return, "main"), new ReturnItemsReceived(Return, [], DateTimeOffset.UnixEpoch, "main") },
        { new NoCarrierAvailable(Order, "too heavy", 2), new OrderCancelled(Order, "ORD-1", "gone") },
        {
            new LostReviewOpened(Order, CarrierCode.Ups, new TrackingNumber("1Z"), DateTimeOffset.UnixEpoch, "silent"),
            new ShipmentStatusChanged(Order, TrackingStatus.Delivered, DateTimeOffset.UnixEpoch)
        },
        { new MarketplaceOrderQuarantined("mirakl", "A-1", "unknown SKU"), new OrderImported(Order, "ORD-1", "mirakl", "A-1", []) },
        { SyncFailed(), new MarketplaceSyncCompleted("mirakl", "orders", 1, 0, TimeSpan.Zero) },
        { new MarketplaceSyncFailed("mirakl", SyncKinds.Stock, 0, 3, TimeSpan.Zero, "no answer"), new MarketplaceStockSynced("mirakl", 3, 0) },
        { new GatewayHealthChanged("stripe", false, TimeSpan.FromSeconds(9)), new GatewayHealthChanged("stripe", true, TimeSpan.Zero) },
        { Overdue(OverdueStep.Alert), new PurchaseOrderReceived(Purchase, "PO-1", "s", "main", [], true) },
        { Overdue(OverdueStep.Alert), new PurchaseOrderCancelled(Purchase, "PO-1", "s", "main", "late") },
    };

    [Theory]
    [MemberData(nameof(Raising))]
    public async Task What_goes_wrong_raises_one_alert_however_often_it_is_told(string rule, string subject, AlertSeverity severity, IMessage message)
    {
        await using var host = await StartAsync();
        await host.SendAsync(message);
        await host.SettleAsync();
        await host.SendAsync(message);
        await host.SettleAsync();

        var alert = Assert.Single(await AlertsAsync(host));
        Assert.Equal((rule, subject, severity, 2, AlertStatus.Open), (alert.Rule, alert.Subject, alert.Severity, alert.Count, alert.Status));
        Assert.Equal(new AlertRaised(alert.Id, rule, severity, subject), host.Published.Only<AlertRaised>());
    }

    [Theory]
    [MemberData(nameof(Clearing))]
    public async Task What_makes_it_good_again_resolves_the_alert_after_two_looks(IMessage raising, IMessage clearing)
    {
        await using var host = await StartAsync();
        await host.SendAsync(raising);
        await host.SettleAsync();
        await host.SendAsync(clearing);
        await host.AdvanceAsync(TimeSpan.FromSeconds(29));
        Assert.False(Assert.Single(await AlertsAsync(host)).IsResolved);

        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        var alert = Assert.Single(await AlertsAsync(host));
        Assert.Equal((AlertStatus.Resolved, null), (alert.Status, alert.ResolvedBy));
        Assert.Equal(alert.Id, host.Published.Only<AlertResolved>().AlertId);
    }

    [Fact]
    public async Task A_condition_that_comes_back_between_two_looks_keeps_the_alert()
    {
        await using var host = await RaisedAsync();
        await host.DoneAsync(new ClearAlert(Rule, Subject));
        await host.AdvanceAsync(TimeSpan.FromSeconds(20));
        await host.DoneAsync(new RaiseAlert(Rule, Subject, "again"));
        await host.AdvanceAsync(TimeSpan.FromSeconds(60));
        Assert.False(Assert.Single(await AlertsAsync(host)).IsResolved);

        await host.DoneAsync(new ClearAlert(Rule, Subject));
        await host.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.True(Assert.Single(await AlertsAsync(host)).IsResolved);
    }

    [Fact]
    public async Task A_reminder_and_a_part_of_a_purchase_order_change_nothing()
    {
        await using var host = await StartAsync();
        await host.SendAsync(Overdue(OverdueStep.Reminder));
        await host.SettleAsync();
        Assert.Empty(await AlertsAsync(host));

        await host.SendAsync(Overdue(OverdueStep.Alert));
        await host.SettleAsync();
        await host.SendAsync(new PurchaseOrderReceived(Purchase, "PO-1", "s", "main", [], false));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.False(Assert.Single(await AlertsAsync(host)).IsResolved);
    }

    [Fact]
    public async Task A_cancellation_that_a_marketplace_refuses_raises_no_alert_because_nothing_would_end_it()
    {
        await using var host = await StartAsync();
        await host.SendAsync(new MarketplaceSyncFailed("mirakl", SyncKinds.Cancellation, 0, 1, TimeSpan.Zero, "too late"));
        await host.SettleAsync();

        Assert.Empty(await AlertsAsync(host));
    }

    [Fact]
    public async Task A_person_acknowledges_and_resolves()
    {
        await using var host = await RaisedAsync();
        await host.DoneAsync(new AcknowledgeAlert(Rule, Subject, "ann"));
        Assert.Equal((AlertStatus.Acknowledged, "ann"), ((await AlertsAsync(host))[0].Status, (await AlertsAsync(host))[0].AcknowledgedBy));
        Assert.Equal(RefusalCode.InvalidTransition, (await host.AskAsync<Answer>(new AcknowledgeAlert(Rule, Subject, "bob"))).Refusals[0].Code);

        await host.DoneAsync(new ResolveAlert(Rule, Subject, "bob", "restarted"));

        var alert = Assert.Single(await AlertsAsync(host));
        Assert.Equal((AlertStatus.Resolved, "ann", "bob", "restarted"), (alert.Status, alert.AcknowledgedBy, alert.ResolvedBy, alert.Note));
        Assert.Equal(RefusalCode.InvalidTransition, (await host.AskAsync<Answer>(new ResolveAlert(Rule, Subject, "bob"))).Refusals[0].Code);
        Assert.Equal(RefusalCode.InvalidTransition, (await host.AskAsync<Answer>(new AcknowledgeAlert(Rule, Subject, "bob"))).Refusals[0].Code);
    }

    [Fact]
    public async Task An_alert_that_is_resolved_at_once_was_acknowledged_by_the_same_person()
    {
        await using var host = await RaisedAsync();

        await host.DoneAsync(new ResolveAlert(Rule, Subject, "bob"));

        Assert.Equal("bob", (await AlertsAsync(host))[0].AcknowledgedBy);
    }

    [Fact]
    public async Task A_resolved_alert_is_raised_again_only_after_5_minutes_and_not_lost()
    {
        await using var host = await RaisedAsync();
        await host.DoneAsync(new ResolveAlert(Rule, Subject, "bob"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await host.DoneAsync(new RaiseAlert(Rule, Subject, "again"));

        await host.AdvanceAsync(TimeSpan.FromMinutes(4) - TimeSpan.FromSeconds(1));
        Assert.Single(await AlertsAsync(host));
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await AlertsAsync(host)).Count);
        Assert.Equal(2, host.Published.All<AlertRaised>().Count);
    }

    [Fact]
    public async Task What_was_cleared_while_it_waited_is_not_raised()
    {
        await using var host = await RaisedAsync();
        await host.DoneAsync(new ResolveAlert(Rule, Subject, "bob"));
        await host.DoneAsync(new RaiseAlert(Rule, Subject, "again"));
        await host.DoneAsync(new ClearAlert(Rule, Subject));
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Single(await AlertsAsync(host));
    }

    [Fact]
    public async Task Resolved_alerts_are_forgotten_after_30_days_and_open_ones_are_not()
    {
        await using var host = await RaisedAsync();
        await host.DoneAsync(new RaiseAlert(Rule, "payments", "long"));
        await host.DoneAsync(new ResolveAlert(Rule, Subject, "bob"));
        await host.AdvanceAsync(TimeSpan.FromDays(30) - TimeSpan.FromHours(1));
        await host.SendAsync(new PurgeAlerts());
        await host.SettleAsync();
        Assert.Equal(2, (await AlertsAsync(host)).Count);

        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal("payments", Assert.Single(await AlertsAsync(host)).Subject);
    }

    [Fact]
    public async Task The_most_urgent_alert_tells_how_the_system_is()
    {
        await using var host = await StartAsync();
        Assert.Equal(SystemHealth.Healthy, (await host.AskAsync<MonitoringOverview>(new GetOverview())).Health);
        await host.DoneAsync(new RaiseAlert(Rule, Subject, "long"));
        await host.DoneAsync(new RaiseAlert(AlertRules.NoCarrier, "x", "none"));
        Assert.Equal(SystemHealth.Degraded, (await host.AskAsync<MonitoringOverview>(new GetOverview())).Health);
        await host.DoneAsync(new ResolveAlert(AlertRules.NoCarrier, "x", "bob"));

        var overview = await host.AskAsync<MonitoringOverview>(new GetOverview());
        Assert.Equal((SystemHealth.Warning, 1), (overview.Health, overview.Alerts.Count));
        Assert.Equal(SystemHealth.Critical, HealthRules.Judge([AlertSeverity.Warning, AlertSeverity.Critical, AlertSeverity.High]));
    }

    [Fact]
    public async Task Commands_that_cannot_be_carried_out_name_their_field()
    {
        await using var host = await RaisedAsync();
        (string Field, IMessage Command)[] refused =
        [
            ("Rule", new RaiseAlert("", Subject, "x")), ("Subject", new RaiseAlert(Rule, " ", "x")), ("Reason", new RaiseAlert(Rule, Subject, new string('x', 501))),
            ("Person", new AcknowledgeAlert(Rule, Subject, "")), ("Person", new ResolveAlert(Rule, Subject, "")),
            ("Note", new ResolveAlert(Rule, Subject, "bob", new string('x', 501))), ("Rule", new AcknowledgeAlert(Rule, "other", "bob")), ("Rule", new ResolveAlert(Rule, "other", "bob")),
        ];
        foreach (var (field, command) in refused)
        {
            Assert.Equal(field, Assert.Single((await host.AskAsync<Answer>(command)).Refusals).Field);
        }
    }

    [Theory]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_crash_raises_no_second_alert(CrashPoint point)
    {
        await using var host = await StartAsync();
        host.CrashNextAt(point);
        await host.SendAsync(new RaiseAlert(Rule, Subject, "long"));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Equal(1, Assert.Single(await AlertsAsync(host)).Count);
    }

    [Fact]
    public async Task Wrong_settings_stop_the_start_together()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddCommerceAgents(agents => agents.AddMonitoring(options =>
        {
            (options.Cooldown, options.EvaluationInterval, options.Retention) = (TimeSpan.FromSeconds(-1), TimeSpan.Zero, TimeSpan.Zero);
            options.Severities["x"] = (AlertSeverity)9;
            (options.Agents.OfflineAfter, options.Agents.SlowResponse) = (TimeSpan.Zero, TimeSpan.Zero);
            (options.Agents.WarningLoad, options.Agents.ErrorLoad, options.Agents.WarningSuccess, options.Agents.ErrorSuccess) = (1.1m, 1, -0.1m, 0);
            (options.Agents.AlertCpu, options.Agents.AlertMemory, options.Agents.AlertErrorRate) = (2, -1, 2);
        }));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(
            [
                "Cooldown", "EvaluationInterval", "Retention", "Agents.OfflineAfter", "Agents.SlowResponse", "Agents.WarningLoad", "Agents.ErrorLoad",
                "Agents.WarningSuccess", "Agents.ErrorSuccess", "Agents.AlertCpu", "Agents.AlertMemory", "Agents.AlertErrorRate", "Severities[x]",
            ],
            exception.Failures.Select(failure => failure.Split(' ')[0]));
    }

    [Fact]
    public void An_alert_goes_only_the_listed_steps() => Assert.Equal(["Acknowledged > Resolved", "Open > Acknowledged"], Steps.Of(AlertTransitions.Table));

    private static MarketplaceSyncFailed SyncFailed() => new("mirakl", "orders", 0, 1, TimeSpan.Zero, "no answer");

    private static PurchaseOrderOverdue Overdue(OverdueStep step) => new(Purchase, "PO-1", "s", "main", new DateOnly(2026, 3, 2), step, []);

    private static Task<AgentTestHost> StartAsync() => AgentTestHost.StartAsync(agents => agents.AddMonitoring());

    private static async Task<AgentTestHost> RaisedAsync()
    {
        var host = await StartAsync();
        await host.AskAsync<Answer>(new RaiseAlert(Rule, Subject, "long"));
        await host.SettleAsync();
        return host;
    }

    private static async Task<IReadOnlyList<Alert>> AlertsAsync(AgentTestHost host) =>
        (await host.Services.GetRequiredService<IRepository<Alert>>().ListAsync(new EntityQuery<Alert>())).Items;
}
