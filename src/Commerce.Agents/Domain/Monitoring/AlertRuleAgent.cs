namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Keeps what people set for rules; keys are rules.</summary>
public sealed class AlertRuleAgent : IHandle<SetRule, AlertRuleState>, IHandle<SilenceRule, AlertRuleState>
{
    private const int MaxName = 100;
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public async Task HandleAsync(SetRule message, AgentContext<AlertRuleState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Rule, MaxName, "Rule");
        refusals.Require(message.Severity is null || Enum.IsDefined(message.Severity.Value), "Severity", "Give Warning, High or Critical.");
        if (!refusals.Any)
        {
            await ChangeAsync(message.Rule, rule => rule with { Severity = message.Severity }, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.Rule));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SilenceRule message, AgentContext<AlertRuleState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Rule, MaxName, "Rule");
        refusals.RequireText(message.Person, MaxName, "Person");
        refusals.Require(
            message.For >= ShortestSilence && message.For <= LongestSilence, "For", $"For is {message.For}: give {ShortestSilence} to {LongestSilence}.");
        if (!refusals.Any)
        {
            var until = context.Clock.GetUtcNow() + message.For;
            await ChangeAsync(message.Rule, rule => rule with { SilentUntil = until, SilencedBy = message.Person }, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.Rule));
    }

    private static async Task ChangeAsync(string name, Func<AlertRule, AlertRule> change, AgentContext<AlertRuleState> context)
    {
        var rules = context.Repository<AlertRule>();
        var id = AlertRule.IdOf(name);
        var rule = (await rules.FindAsync(id).ConfigureAwait(false))?.Value ?? new AlertRule { Id = id, Rule = name };
        await rules.PutAsync(change(rule)).ConfigureAwait(false);
    }
}
