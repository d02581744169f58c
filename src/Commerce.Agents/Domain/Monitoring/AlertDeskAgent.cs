using Commerce.Agents.Entities;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Tells how the system is, and forgets old alerts; its only key is <see cref="Key"/>.</summary>
/// <param name="options">How long alerts are kept.</param>
public sealed class AlertDeskAgent(IOptions<MonitoringOptions> options) :
    IHandle<GetOverview, AlertDeskNote>, IHandle<ListAlerts, AlertDeskNote>, IHandle<PurgeAlerts, AlertDeskNote>
{
    /// <summary>The key.</summary>
    public const string Key = "alerts";

    private const int PageSize = 500;

    private static readonly List<AlertStatus> Open = [AlertStatus.Open, AlertStatus.Acknowledged];

    /// <inheritdoc/>
    public async Task HandleAsync(GetOverview message, AgentContext<AlertDeskNote> context, CancellationToken cancellationToken)
    {
        var alerts = await context.Repository<Alert>().AllAsync(static alert => Open.Contains(alert.Status)).ConfigureAwait(false);
        var agents = await context.Repository<AgentHealth>().AllAsync().ConfigureAwait(false);
        context.Reply(new MonitoringOverview(
            HealthRules.Judge(alerts.Select(static alert => alert.Severity), [.. agents.Select(static agent => agent.Status)]),
            [.. alerts.OrderBy(static alert => alert.OpenedAt).ThenBy(static alert => alert.Id)])
        {
            Agents = [.. agents.OrderBy(static agent => agent.Agent, StringComparer.Ordinal)],
        });
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ListAlerts message, AgentContext<AlertDeskNote> context, CancellationToken cancellationToken)
    {
        if (message.Limit is < 1 or > PageSize)
        {
            context.Reply(new AlertPage([], false, [Refusals.Invalid("Limit", $"Limit is {message.Limit}: give 1 to {PageSize}.")]));
            return;
        }

        var query = new EntityQuery<Alert> { OrderBy = static alert => alert.OpenedAt, Descending = true, After = message.After, Limit = message.Limit };
        if (message.Status is { } status)
        {
            query = query with { Where = alert => alert.Status == status };
        }

        var page = await context.Repository<Alert>().ListAsync(query).ConfigureAwait(false);
        context.Reply(new AlertPage(page.Items, page.HasNext, []));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PurgeAlerts message, AgentContext<AlertDeskNote> context, CancellationToken cancellationToken)
    {
        var until = context.Clock.GetUtcNow() - options.Value.Retention;
        var repository = context.Repository<Alert>();
        var page = await repository.ListAsync(new EntityQuery<Alert>
        {
            Where = alert => alert.ResolvedAt < until, OrderBy = static alert => alert.Id, Limit = PageSize,
        }).ConfigureAwait(false);
        foreach (var alert in page.Items)
        {
            await repository.DeleteAsync(alert.Id).ConfigureAwait(false);
        }

        if (page.HasNext)
        {
            context.Send(message);
        }
    }
}
