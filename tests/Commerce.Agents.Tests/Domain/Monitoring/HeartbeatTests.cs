using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Monitoring;
using Commerce.Agents.Entities;
using Commerce.Agents.Tests.Domain.Catalog;
using Commerce.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Monitoring;

/// <summary>Heartbeats, rules and the overview (PLT-3).</summary>
public sealed class HeartbeatTests
{
    private const string Agent = "label-printer";

    private static readonly Heartbeat Well = new(Agent, 0.2m, 0.3m, 1, TimeSpan.FromMilliseconds(80));
    private static readonly AgentHealthOptions Bounds = new();

    [Theory]
    [InlineData(0.80, 0.80, 0.80, 5_000, AgentHealthStatus.Healthy)]
    [InlineData(0.801, 0.3, 1, 80, AgentHealthStatus.Warning)]
    [InlineData(0.2, 0.801, 1, 80, AgentHealthStatus.Warning)]
    [InlineData(0.2, 0.3, 0.799, 80, AgentHealthStatus.Warning)]
    [InlineData(0.2, 0.3, 1, 5_001, AgentHealthStatus.Warning)]
    [InlineData(0.95, 0.95, 0.50, 80, AgentHealthStatus.Warning)]
    [InlineData(0.951, 0.3, 1, 80, AgentHealthStatus.Error)]
    [InlineData(0.2, 0.951, 1, 80, AgentHealthStatus.Error)]
    [InlineData(0.2, 0.3, 0.499, 80, AgentHealthStatus.Error)]
    public void An_agent_is_judged_by_its_processor_memory_successes_and_response_time(
        double cpu, double memory, double success, int milliseconds, AgentHealthStatus expected)
    {
        var judgement = HealthRules.Judge(new Heartbeat(Agent, (decimal)cpu, (decimal)memory, (decimal)success, TimeSpan.FromMilliseconds(milliseconds)), Bounds);

        Assert.Equal(expected, judgement.Status);
        Assert.Equal(expected != AgentHealthStatus.Healthy, judgement.Parts.Any(static part => part.Name.Contains(':', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0.80, 0.85, 0.95, 5_000, false)]
    [InlineData(0.81, 0.3, 1, 80, true)]
    [InlineData(0.2, 0.86, 1, 80, true)]
    [InlineData(0.2, 0.3, 0.94, 80, true)]
    [InlineData(0.2, 0.3, 1, 5_001, true)]
    public void Alerts_have_bounds_of_their_own(double cpu, double memory, double success, int milliseconds, bool isStrained) => Assert.Equal(
        isStrained,
        HealthRules.Judge(new Heartbeat(Agent, (decimal)cpu, (decimal)memory, (decimal)success, TimeSpan.FromMilliseconds(milliseconds)), Bounds).Strain is not null);

    [Theory]
    [InlineData("", "", SystemHealth.Healthy)]
    [InlineData("", "Healthy Warning", SystemHealth.Healthy)]
    [InlineData("Warning", "Healthy", SystemHealth.Warning)]
    [InlineData("High", "Healthy", SystemHealth.Degraded)]
    [InlineData("", "Healthy Error", SystemHealth.Degraded)]
    [InlineData("", "Healthy Offline", SystemHealth.Healthy)]
    [InlineData("", "Healthy Offline Offline", SystemHealth.Critical)]
    [InlineData("Critical", "Healthy", SystemHealth.Critical)]
    public void System_is_judged_by_its_alerts_and_agents(string alerts, string agents, SystemHealth expected) => Assert.Equal(
        expected,
        HealthRules.Judge(Words(alerts).Select(Enum.Parse<AlertSeverity>), [.. Words(agents).Select(Enum.Parse<AgentHealthStatus>)]));

    [Fact]
    public void More_trouble_never_makes_the_system_better() => Prop.ForAll(
        (from alerts in Gen.Elements(Enum.GetValues<AlertSeverity>()).ListOf()
         from agents in Gen.Elements(Enum.GetValues<AgentHealthStatus>()).ListOf()
         from more in Gen.Elements(Enum.GetValues<AlertSeverity>())
         select (alerts, agents, more)).ToArbitrary(),
        system => HealthRules.Judge([.. system.alerts, system.more], [.. system.agents]) >= HealthRules.Judge(system.alerts, [.. system.agents]))
        .QuickCheckThrowOnFailure();

    [Fact]
    public async Task An_agent_that_is_not_heard_of_for_120_seconds_is_offline_until_it_is_heard_again()
    {
        await using var host = await StartAsync();
        await host.AdvanceAsync(TimeSpan.FromSeconds(119));
        await host.DoneAsync(Well);
        await host.AdvanceAsync(TimeSpan.FromSeconds(119));
        Assert.Empty(await AlertsAsync(host));

        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        var alert = Assert.Single(await AlertsAsync(host));
        Assert.Equal((AlertRules.AgentOffline, Agent, AlertSeverity.Critical), (alert.Rule, alert.Subject, alert.Severity));
        var overview = await host.AskAsync<MonitoringOverview>(new GetOverview());
        Assert.Equal((SystemHealth.Critical, AgentHealthStatus.Offline), (overview.Health, Assert.Single(overview.Agents).Status));

        await host.DoneAsync(Well);
        await host.AdvanceAsync(TimeSpan.FromSeconds(29));
        Assert.False(Assert.Single(await AlertsAsync(host)).IsResolved);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.True(Assert.Single(await AlertsAsync(host)).IsResolved);
        Assert.Equal(SystemHealth.Healthy, (await host.AskAsync<MonitoringOverview>(new GetOverview())).Health);
    }

    [Fact]
    public async Task An_agent_that_was_registered_and_never_heard_of_is_offline_and_stays_so()
    {
        await using var host = await StartAsync();
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(AlertRules.AgentOffline, Assert.Single(await AlertsAsync(host)).Rule);
        Assert.Single(host.Published.All<AlertRaised>());
    }

    [Fact]
    public async Task An_agent_in_error_raises_its_alerts_and_clears_them_when_it_is_well()
    {
        await using var host = await StartAsync();
        await host.DoneAsync(Well with { SuccessRatio = 0.4m });
        await host.SettleAsync();
        Assert.Equal([AlertRules.AgentError, AlertRules.AgentStrained], (await AlertsAsync(host)).Select(static alert => alert.Rule).Order());
        Assert.Equal(SystemHealth.Degraded, (await host.AskAsync<MonitoringOverview>(new GetOverview())).Health);

        await host.DoneAsync(Well);
        await host.AdvanceAsync(TimeSpan.FromSeconds(30));

        Assert.All(await AlertsAsync(host), static alert => Assert.True(alert.IsResolved));
        Assert.Equal(["Error", "Healthy"], (await host.Repository<Decision>().ListAsync(new EntityQuery<Decision>())).Items
            .OrderBy(static decision => decision.At).ThenBy(static decision => decision.Outcome, StringComparer.Ordinal).Select(static decision => decision.Outcome));
    }

    [Fact]
    public async Task An_alert_that_a_person_resolved_too_early_comes_back_after_5_minutes_of_bad_heartbeats()
    {
        await using var host = await StartAsync();
        await host.DoneAsync(Well with { Cpu = 0.9m });
        await host.SettleAsync();
        await host.DoneAsync(new ResolveAlert(AlertRules.AgentStrained, Agent, "ann"));
        for (var minute = 0; minute < 5; minute++)
        {
            Assert.Single(await AlertsAsync(host));
            await host.AdvanceAsync(TimeSpan.FromMinutes(1));
            await host.DoneAsync(Well with { Cpu = 0.9m });
            await host.SettleAsync();
        }

        Assert.Equal(2, (await AlertsAsync(host)).Count);
    }

    [Fact]
    public async Task A_silenced_rule_raises_afterwards_what_is_not_over()
    {
        await using var host = await StartAsync();
        await host.DoneAsync(new SilenceRule("queue-long", TimeSpan.FromMinutes(10), "ann"));
        await host.DoneAsync(new RaiseAlert("queue-long", "orders", "long"));
        await host.DoneAsync(new RaiseAlert("queue-long", "mails", "long"));
        await host.DoneAsync(new ClearAlert("queue-long", "mails"));
        await host.DoneAsync(Well);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await host.DoneAsync(Well);
        Assert.Empty(await AlertsAsync(host));

        await host.AdvanceAsync(TimeSpan.FromMinutes(9));

        Assert.Equal("orders", Assert.Single(await AlertsAsync(host), static alert => alert.Rule == "queue-long").Subject);
    }

    [Fact]
    public async Task A_rule_raises_its_next_alerts_as_urgent_as_people_say()
    {
        await using var host = await StartAsync();
        await host.DoneAsync(new SetRule("queue-long", AlertSeverity.Critical));
        await host.DoneAsync(new RaiseAlert("queue-long", "orders", "long"));
        await host.DoneAsync(new SetRule("queue-long", null));
        await host.DoneAsync(new RaiseAlert("queue-long", "mails", "long"));

        Assert.Equal([AlertSeverity.Warning, AlertSeverity.Critical], (await AlertsAsync(host)).OrderBy(static alert => alert.Subject, StringComparer.Ordinal).Select(static alert => alert.Severity));
    }

    [Fact]
    public async Task Alerts_are_listed_page_by_page_newest_first()
    {
        await using var host = await StartAsync();
        foreach (var subject in new[] { "a", "b", "c" })
        {
            await host.DoneAsync(Well);
            await host.DoneAsync(new RaiseAlert("queue-long", subject, "long"));
            await host.AdvanceAsync(TimeSpan.FromSeconds(5));
        }

        await host.DoneAsync(new AcknowledgeAlert("queue-long", "b", "ann"));
        var first = await host.AskAsync<AlertPage>(new ListAlerts(Limit: 2));
        var second = await host.AskAsync<AlertPage>(new ListAlerts(After: first.Items[^1].Id, Limit: 2));

        Assert.Equal(["c", "b", "a"], first.Items.Concat(second.Items).Select(static alert => alert.Subject));
        Assert.Equal((true, false), (first.HasNext, second.HasNext));
        Assert.Equal("b", Assert.Single((await host.AskAsync<AlertPage>(new ListAlerts(AlertStatus.Acknowledged))).Items).Subject);
        Assert.Equal("Limit", (await host.AskAsync<AlertPage>(new ListAlerts(Limit: 501))).Refusals[0].Field);
    }

    [Fact]
    public async Task Refused_commands_name_their_field()
    {
        await using var host = await StartAsync();
        (string Field, IMessage Command)[] refused =
        [
            ("Agent", new RegisterAgent("")), ("Agent", Well with { Agent = "unknown" }), ("Cpu", Well with { Cpu = 1.01m }), ("Memory", Well with { Memory = -0.01m }),
            ("SuccessRatio", Well with { SuccessRatio = 2 }), ("ResponseTime", Well with { ResponseTime = TimeSpan.FromSeconds(-1) }),
            ("Rule", new SetRule(" ", null)), ("Severity", new SetRule("x", (AlertSeverity)9)), ("Rule", new SilenceRule("", TimeSpan.FromHours(1), "ann")),
            ("Person", new SilenceRule("x", TimeSpan.FromHours(1), "")), ("For", new SilenceRule("x", TimeSpan.FromSeconds(59), "ann")),
            ("For", new SilenceRule("x", TimeSpan.FromDays(31), "ann")),
        ];
        foreach (var (field, command) in refused)
        {
            Assert.Equal(field, Assert.Single((await host.AskAsync<Answer>(command)).Refusals).Field);
        }

        Assert.Null(Assert.Single((await host.AskAsync<MonitoringOverview>(new GetOverview())).Agents).Last);
    }

    [Fact]
    public async Task Registering_twice_keeps_what_is_known()
    {
        await using var host = await StartAsync();
        await host.DoneAsync(Well);

        await host.DoneAsync(new RegisterAgent(Agent));

        Assert.Equal(Well, Assert.Single((await host.AskAsync<MonitoringOverview>(new GetOverview())).Agents).Last);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<AgentTestHost> StartAsync()
    {
        var host = await AgentTestHost.StartAsync(static agents => agents.AddMonitoring());
        await host.DoneAsync(new RegisterAgent(Agent));
        return host;
    }

    private static async Task<IReadOnlyList<Alert>> AlertsAsync(AgentTestHost host)
    {
        await host.SettleAsync();
        return (await host.Repository<Alert>().ListAsync(new EntityQuery<Alert>())).Items;
    }
}
