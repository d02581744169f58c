using Commerce.Agents.Domain.Monitoring;
using Commerce.Agents.Domain.Payments;
using Commerce.Payments;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

/// <summary>PAY-1: a gateway that answers badly at two looks in a row is told, and that it is well again after two good ones; PLT-3 hears it.</summary>
public sealed class GatewayHealthTests
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_gateway_that_is_away_is_told_once_and_raises_an_alert_until_it_has_answered_twice()
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        gateway.Inner.Faults.Fail("FindRefund", CommerceErrorKind.Unavailable, times: 3);

        await host.AdvanceAsync(Look);
        var afterOne = host.Published.All<GatewayHealthChanged>().Count;
        await host.AdvanceAsync(Again);
        var away = host.Published.Only<GatewayHealthChanged>();
        var alert = Assert.Single((await host.AskAsync<MonitoringOverview>(new GetOverview())).Alerts);
        await host.AdvanceAsync((2 * Look) - Again);
        var afterOneAnswer = host.Published.All<GatewayHealthChanged>().Count;
        await host.AdvanceAsync(Again);
        var back = host.Published.All<GatewayHealthChanged>()[^1];
        await host.AdvanceAsync(2 * Again);

        Assert.Equal((0, 1), (afterOne, afterOneAnswer));
        Assert.Equal(("stripe", false, "stripe", true), (away.Gateway, away.IsHealthy, back.Gateway, back.IsHealthy));
        Assert.Equal((AlertRules.GatewayUnhealthy, "stripe"), (alert.Rule, alert.Subject));
        Assert.Equal(alert.Id, host.Published.Only<AlertResolved>().AlertId);
        Assert.Empty((await host.AskAsync<MonitoringOverview>(new GetOverview())).Alerts);
    }

    [Fact]
    public async Task A_gateway_that_fails_now_and_then_is_not_told()
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        for (var i = 0; i < 3; i++)
        {
            gateway.Inner.Faults.Fail("FindRefund", CommerceErrorKind.Unavailable);
            await host.AdvanceAsync(2 * Look);
        }

        Assert.Empty(host.Published.All<GatewayHealthChanged>());
    }

    [Theory]
    [InlineData(5_000, 0)]
    [InlineData(5_001, 1)]
    public async Task A_gateway_that_takes_more_than_5_seconds_is_unhealthy(int milliseconds, int told)
    {
        var gateway = new HoldingGateway { LookupTime = TimeSpan.FromMilliseconds(milliseconds) };
        await using var host = await OpenAsync(gateway);

        await host.AdvanceAsync(3 * Look);

        var changes = host.Published.All<GatewayHealthChanged>();
        Assert.Equal(told, changes.Count);
        Assert.All(changes, change => Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), change.Latency));
    }

    [Theory]
    [InlineData(CommerceErrorKind.Unavailable, 1)]
    [InlineData(CommerceErrorKind.Throttled, 1)]
    [InlineData(CommerceErrorKind.Unauthorized, 1)]
    [InlineData(CommerceErrorKind.Forbidden, 1)]
    [InlineData(CommerceErrorKind.Protocol, 1)]
    [InlineData(CommerceErrorKind.Invalid, 0)]
    [InlineData(CommerceErrorKind.NotFound, 0)]
    public async Task A_gateway_that_refuses_the_question_answers_and_one_that_cannot_be_used_does_not(CommerceErrorKind kind, int told)
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        gateway.Inner.Faults.Fail("FindRefund", kind, times: 3);

        await host.AdvanceAsync(2 * Look);

        Assert.Equal(told, host.Published.All<GatewayHealthChanged>().Count);
    }

    [Fact]
    public async Task Where_there_is_no_gateway_nothing_is_told()
    {
        await using var host = await AgentTestHost.StartAsync(agents => agents.AddPayments(options => options.Fraud.BlockingKey = new Secret(RiskDesk.Key)));

        await host.AdvanceAsync(3 * Look);

        Assert.Empty(host.Published.All<GatewayHealthChanged>());
        Assert.Empty(await host.Services.GetRequiredService<IAgentOperations>().DeadLettersAsync());
    }

    private static Task<AgentTestHost> OpenAsync(HoldingGateway gateway) => AgentTestHost.StartAsync(
        agents => agents.AddPayments(options => options.Fraud.BlockingKey = new Secret(RiskDesk.Key)).AddMonitoring(),
        services => services.AddKeyedSingleton<IPaymentGateway>("stripe", gateway),
        gateway.Clock);
}
