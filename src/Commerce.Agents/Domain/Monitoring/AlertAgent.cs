using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Owns alerts; keys are <see cref="AlertKey"/>s.</summary>
/// <param name="options">How alerts come and go.</param>
public sealed class AlertAgent(IOptions<MonitoringOptions> options) :
    IHandle<RaiseAlert, AlertState>, IHandle<ClearAlert, AlertState>, IHandle<EvaluateAlert, AlertState>, IHandle<AcknowledgeAlert, AlertState>,
    IHandle<ResolveAlert, AlertState>
{
    private const int MaxText = 500;
    private const int MaxName = 100;
    private const string Evaluation = "evaluate";
    private const string Waiting = "raise";

    /// <inheritdoc/>
    public async Task HandleAsync(RaiseAlert message, AgentContext<AlertState> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Rule, MaxName, "Rule");
        refusals.RequireText(message.Subject, MaxText, "Subject");
        refusals.RequireText(message.Reason, MaxText, "Reason");
        if (!refusals.Any)
        {
            await RaiseAsync(message, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public Task HandleAsync(ClearAlert message, AgentContext<AlertState> context, CancellationToken cancellationToken)
    {
        if (context.State.Alert is { IsResolved: false })
        {
            if (!context.State.IsCleared)
            {
                context.State = context.State with { IsCleared = true };
                context.Schedule(new EvaluateAlert(message.Rule, message.Subject), options.Value.EvaluationInterval, Evaluation);
            }
        }
        else
        {
            context.Cancel(Waiting);
        }

        context.Reply(Answer.Done(context.Key));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(EvaluateAlert message, AgentContext<AlertState> context, CancellationToken cancellationToken) =>
        context.State is { IsCleared: true, Alert: { IsResolved: false } alert } ? EndAsync(alert, null, "", context) : Task.CompletedTask;

    /// <inheritdoc/>
    public async Task HandleAsync(AcknowledgeAlert message, AgentContext<AlertState> context, CancellationToken cancellationToken)
    {
        var refusals = Check(message.Person, context);
        if (context.State.Alert is { } alert && AlertTransitions.Table.Refuse(alert.Status, AlertStatus.Acknowledged) is { } refusal)
        {
            refusals.Add(refusal);
        }

        if (!refusals.Any)
        {
            await KeepAsync(Acknowledged(context.State.Alert!, message.Person, context), context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ResolveAlert message, AgentContext<AlertState> context, CancellationToken cancellationToken)
    {
        var refusals = Check(message.Person, context);
        refusals.Require(message.Note is { Length: <= MaxText }, "Note", $"The note has {message.Note?.Length ?? 0} characters: give at most {MaxText}.");
        if (context.State.Alert is { IsResolved: true } alert && AlertTransitions.Table.Refuse(alert.Status, AlertStatus.Resolved) is { } refusal)
        {
            refusals.Add(refusal);
        }

        if (!refusals.Any)
        {
            context.Cancel(Evaluation);
            await EndAsync(context.State.Alert!, message.Person, message.Note!, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    private static Refusals Check(string person, AgentContext<AlertState> context)
    {
        var refusals = new Refusals();
        refusals.RequireText(person, MaxName, "Person");
        if (context.State.Alert is null)
        {
            refusals.Add(RefusalCode.NotFound, "Rule", "There is no such alert: check its rule and subject.");
        }

        return refusals;
    }

    private static Alert Acknowledged(Alert alert, string? person, AgentContext<AlertState> context) => alert.Status == AlertStatus.Open
        ? alert with { Status = AlertStatus.Acknowledged, AcknowledgedBy = person, AcknowledgedAt = context.Clock.GetUtcNow() }
        : alert;

    /// <summary>Changes the alert where it is decided, and where it is listed.</summary>
    private static Task KeepAsync(Alert alert, AgentContext<AlertState> context)
    {
        context.State = context.State with { Alert = alert };
        return context.Repository<Alert>().PutAsync(alert);
    }

    private static Task EndAsync(Alert alert, string? person, string note, AgentContext<AlertState> context)
    {
        context.State = context.State with { IsCleared = false };
        context.Publish(new AlertResolved(alert.Id, alert.Rule, alert.Severity, alert.Subject));
        return KeepAsync(
            Acknowledged(alert, person, context) with
            {
                Status = AlertStatus.Resolved,
                ResolvedBy = person,
                ResolvedAt = context.Clock.GetUtcNow(),
                Note = note,
            },
            context);
    }

    private async Task RaiseAsync(RaiseAlert message, AgentContext<AlertState> context)
    {
        var now = context.Clock.GetUtcNow();
        if (context.State.Alert is { IsResolved: false } open)
        {
            context.State = context.State with { IsCleared = false };
            context.Cancel(Evaluation);
            await KeepAsync(open with { Reason = message.Reason, SeenAt = now, Count = open.Count + 1 }, context).ConfigureAwait(false);
            return;
        }

        // An alert that comes back at once would only be noise, and one that is told once must not get lost.
        var rule = (await context.Repository<AlertRule>().FindAsync(AlertRule.IdOf(message.Rule)).ConfigureAwait(false))?.Value;
        var again = new[] { context.State.Alert?.ResolvedAt + options.Value.Cooldown, rule?.SilentUntil }.Max();
        if (again > now)
        {
            context.ScheduleAt(message, again.Value, Waiting);
            return;
        }

        var alert = new Alert
        {
            Id = context.NewId(),
            Rule = message.Rule,
            Subject = message.Subject,
            Severity = rule?.Severity ?? (options.Value.Severities.TryGetValue(message.Rule, out var severity) ? severity : AlertSeverity.Warning),
            Reason = message.Reason,
            OpenedAt = now,
            SeenAt = now,
        };
        context.Publish(new AlertRaised(alert.Id, alert.Rule, alert.Severity, alert.Subject));
        await KeepAsync(alert, context).ConfigureAwait(false);
    }
}
