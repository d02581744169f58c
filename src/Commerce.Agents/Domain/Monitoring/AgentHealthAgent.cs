using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Hears heartbeats; keys are the agents that send them.</summary>
/// <param name="options">When an agent is well.</param>
public sealed class AgentHealthAgent(IOptions<MonitoringOptions> options) :
    IHandle<RegisterAgent, AgentHealthState>, IHandle<Heartbeat, AgentHealthState>, IHandle<CheckHeartbeat, AgentHealthState>
{
    private const int MaxName = 100;
    private const string NextLook = "look";

    /// <inheritdoc/>
    public async Task HandleAsync(RegisterAgent message, AgentContext<AgentHealthState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Agent, MaxName, "Agent");
        if (!refusals.Any && context.State.Health is null)
        {
            var now = context.Clock.GetUtcNow();
            await KeepAsync(new AgentHealth { Id = context.NewId(), Agent = message.Agent, RegisteredAt = now, HeardAt = now }, context).ConfigureAwait(false);
            context.Schedule(new CheckHeartbeat(message.Agent), options.Value.Agents.OfflineAfter, NextLook);
        }

        context.Reply(refusals.Answer(message.Agent));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(Heartbeat message, AgentContext<AgentHealthState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        if (context.State.Health is null)
        {
            refusals.Add(RefusalCode.NotFound, "Agent", "There is no such agent: register it first.");
        }

        RequireShare(message.Cpu, "Cpu", refusals);
        RequireShare(message.Memory, "Memory", refusals);
        RequireShare(message.SuccessRatio, "SuccessRatio", refusals);
        refusals.Require(message.ResponseTime >= TimeSpan.Zero, "ResponseTime", $"ResponseTime is {message.ResponseTime}: give 0 or more.");
        if (!refusals.Any)
        {
            await HearAsync(message, context.State.Health!, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.Agent));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CheckHeartbeat message, AgentContext<AgentHealthState> context, CancellationToken cancellationToken)
    {
        var offlineAfter = options.Value.Agents.OfflineAfter;
        if (context.State.Health is not { } health || context.Clock.GetUtcNow() - health.HeardAt < offlineAfter)
        {
            return;
        }

        var reason = FormattableString.Invariant($"Nothing was heard of it for {offlineAfter.TotalSeconds:0} seconds.");
        if (health.Status != AgentHealthStatus.Offline)
        {
            await KeepStatusAsync(health with { Status = AgentHealthStatus.Offline, Reason = reason }, [], context).ConfigureAwait(false);
        }

        // Who is not heard of has no measures any more.
        Alert(AlertRules.AgentError, null, context);
        Alert(AlertRules.AgentStrained, null, context);
        Alert(AlertRules.AgentOffline, reason, context);
        context.Schedule(message, offlineAfter, NextLook);
    }

    private static void RequireShare(decimal value, string field, Refusals refusals) =>
        refusals.Require(value is >= 0 and <= 1, field, FormattableString.Invariant($"{field} is {value}: give 0 to 1."));

    /// <summary>Raises an alert as long as there is a reason: one that a person resolved too early comes back. Clears it once when there is none.</summary>
    private static void Alert(string rule, string? reason, AgentContext<AgentHealthState> context)
    {
        var agent = context.State.Health!.Agent;
        var isRaised = context.State.Raised.Contains(rule);
        if (reason is not null)
        {
            context.Send(new RaiseAlert(rule, agent, reason));
            context.State = isRaised ? context.State : context.State with { Raised = [.. context.State.Raised, rule] };
        }
        else if (isRaised)
        {
            context.Send(new ClearAlert(rule, agent));
            context.State = context.State with { Raised = [.. context.State.Raised.Where(raised => raised != rule)] };
        }
    }

    /// <summary>Changes what is known of the agent where it is decided, and where it is listed.</summary>
    private static Task KeepAsync(AgentHealth health, AgentContext<AgentHealthState> context)
    {
        context.State = context.State with { Health = health };
        return context.Repository<AgentHealth>().PutAsync(health);
    }

    private static async Task KeepStatusAsync(AgentHealth health, IReadOnlyList<DecisionPart> parts, AgentContext<AgentHealthState> context)
    {
        await KeepAsync(health, context).ConfigureAwait(false);
        await context.KeepDecisionAsync("agent health", health.Agent, health.Status.ToString(), health.Reason, parts: parts).ConfigureAwait(false);
    }

    private async Task HearAsync(Heartbeat message, AgentHealth health, AgentContext<AgentHealthState> context)
    {
        var judgement = HealthRules.Judge(message, options.Value.Agents);
        var heard = health with { Status = judgement.Status, Reason = judgement.Reason, HeardAt = context.Clock.GetUtcNow(), Last = message };
        await (health.Status == judgement.Status ? KeepAsync(heard, context) : KeepStatusAsync(heard, judgement.Parts, context)).ConfigureAwait(false);
        Alert(AlertRules.AgentOffline, null, context);
        Alert(AlertRules.AgentError, judgement.Status == AgentHealthStatus.Error ? judgement.Reason : null, context);
        Alert(AlertRules.AgentStrained, judgement.Strain, context);
        context.Schedule(new CheckHeartbeat(message.Agent), options.Value.Agents.OfflineAfter, NextLook);
    }
}
