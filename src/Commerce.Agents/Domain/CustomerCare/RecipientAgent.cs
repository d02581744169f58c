using Commerce.Agents.Entities;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Takes notifications for a recipient in, once each, and keeps what the recipient wants to hear; keys are recipients.</summary>
/// <param name="options">What each template is for.</param>
public sealed class RecipientAgent(IOptions<NotificationsOptions> options) :
    IHandle<SendNotification, NotificationRecipient>, IHandle<ScheduleNotification, NotificationRecipient>,
    IHandle<NotificationCancelled, NotificationRecipient>, IHandle<SetPreferences, NotificationRecipient>, IHandle<GetHistory, NotificationRecipient>
{
    private const int MaxPage = 500;
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(366);

    /// <inheritdoc/>
    public Task HandleAsync(SendNotification message, AgentContext<NotificationRecipient> context, CancellationToken cancellationToken)
    {
        Take(message, null, NotificationChecks.Notification(message, options.Value), context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ScheduleNotification message, AgentContext<NotificationRecipient> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var refusals = NotificationChecks.Notification(message.Notification, options.Value);
        refusals.Require(message.At >= now && message.At <= now + Horizon, "At", "The time is past, or more than a year away: give one within a year.");
        Take(message.Notification, message.At, refusals, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(NotificationCancelled message, AgentContext<NotificationRecipient> context, CancellationToken cancellationToken)
    {
        if (context.State.Recent.Any(entry => entry.Value.Id == message.NotificationId))
        {
            context.State = new NotificationRecipient { Recent = context.State.Recent.Where(entry => entry.Value.Id != message.NotificationId).ToDictionary() };
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SetPreferences message, AgentContext<NotificationRecipient> context, CancellationToken cancellationToken)
    {
        var refusals = NotificationChecks.Preferences(message);
        if (!refusals.Any)
        {
            await context.Repository<NotificationPreferences>().PutAsync(message.Preferences with { Id = NotificationPreferences.IdOf(message.Recipient) }).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.Recipient));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GetHistory message, AgentContext<NotificationRecipient> context, CancellationToken cancellationToken)
    {
        if (message.Limit is < 1 or > MaxPage)
        {
            context.Reply(new NotificationHistory([], false, [Refusals.Invalid("Limit", $"Limit is {message.Limit}: give 1 to {MaxPage}.")]));
            return;
        }

        var recipient = message.Recipient;
        var page = await context.Repository<NotificationEntry>().ListAsync(new EntityQuery<NotificationEntry>
        {
            Where = entry => entry.Recipient == recipient,
            OrderBy = static entry => entry.CreatedAt,
            Descending = true,
            After = message.After,
            Limit = message.Limit,
        }).ConfigureAwait(false);
        context.Reply(new NotificationHistory(page.Items, page.HasNext, []));
    }

    private void Take(SendNotification message, DateTimeOffset? at, Refusals refusals, AgentContext<NotificationRecipient> context)
    {
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.Recipient));
            return;
        }

        var when = at ?? context.Clock.GetUtcNow();
        var key = $"{message.Template}|{message.SubjectId}";
        if (context.State.Recent.TryGetValue(key, out var earlier) && (when - earlier.At).Duration() < options.Value.RepeatAfter)
        {
            context.Reply(Answer.Done(earlier.Id.ToString()));
            return;
        }

        var id = context.NewId();
        var oldest = context.Clock.GetUtcNow() - options.Value.RepeatAfter;
        var recent = context.State.Recent.Where(entry => entry.Value.At > oldest).ToDictionary();
        recent[key] = new RecentNotification(id, when);
        context.State = new NotificationRecipient { Recent = recent };
        context.Send(new DeliverNotification(id, message, at));
        context.Reply(Answer.Done(id.ToString()));
    }
}
