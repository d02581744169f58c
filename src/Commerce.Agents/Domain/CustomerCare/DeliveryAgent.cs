using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Brings notifications to their recipients; keys are notifications. Nothing that fails here holds anything else up.</summary>
/// <param name="channels">How notifications go.</param>
/// <param name="contacts">Where recipients can be reached that are not known from an order.</param>
/// <param name="options">What each template is for, and when it may go.</param>
public sealed class DeliveryAgent(IEnumerable<INotificationChannel> channels, INotificationContacts contacts, IOptions<NotificationsOptions> options) :
    IHandle<DeliverNotification, NotificationDelivery>, IHandle<TryNotification, NotificationDelivery>,
    IHandle<CancelNotification, NotificationDelivery>, IHandle<MarkRead, NotificationDelivery>
{
    private const string NextTry = "try";

    private readonly Dictionary<string, INotificationChannel> _channels = Named(channels);

    /// <inheritdoc/>
    public async Task HandleAsync(DeliverNotification message, AgentContext<NotificationDelivery> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var entry = new NotificationEntry
        {
            Id = message.NotificationId,
            Recipient = message.Notification.Recipient,
            Template = message.Notification.Template,
            SubjectId = message.Notification.SubjectId,
            CreatedAt = now,
        };
        context.State = new NotificationDelivery { Entry = entry, Request = message.Notification };
        if (message.At > now)
        {
            await WaitAsync(entry, message.At.Value, "It goes later.", context).ConfigureAwait(false);
            return;
        }

        await TryAsync(entry, message.Notification, context, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task HandleAsync(TryNotification message, AgentContext<NotificationDelivery> context, CancellationToken cancellationToken) =>
        context.State is { Entry: { Status: NotificationStatus.Pending } entry, Request: { } request } ? TryAsync(entry, request, context, cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public async Task HandleAsync(CancelNotification message, AgentContext<NotificationDelivery> context, CancellationToken cancellationToken)
    {
        var refusals = Check(NotificationStatus.Cancelled, context);
        if (!refusals.Any)
        {
            var entry = context.State.Entry!;
            context.Cancel(NextTry);
            context.Publish(new NotificationCancelled(entry.Id, entry.Recipient, entry.Template, entry.SubjectId));
            await EndAsync(entry with { Status = NotificationStatus.Cancelled, Reason = "It was taken back." }, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(MarkRead message, AgentContext<NotificationDelivery> context, CancellationToken cancellationToken)
    {
        var arrived = context.State.Entry is { Status: NotificationStatus.Sent };
        var refusals = Check(arrived ? NotificationStatus.Delivered : NotificationStatus.Read, context);
        if (!refusals.Any)
        {
            var entry = context.State.Entry! with { Status = NotificationStatus.Read, ReadAt = context.Clock.GetUtcNow() };
            context.Publish(new NotificationRead(context.State.OrderId, entry.Id, entry.Channel!, entry.Template));
            await KeepAsync(entry, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(context.Key));
    }

    private static Dictionary<string, INotificationChannel> Named(IEnumerable<INotificationChannel> channels)
    {
        var named = new Dictionary<string, INotificationChannel>(StringComparer.Ordinal);
        foreach (var channel in channels)
        {
            named[channel.Name] = channel;
        }

        return named;
    }

    private static Refusals Check(NotificationStatus next, AgentContext<NotificationDelivery> context)
    {
        var refusals = new Refusals();
        if (context.State.Entry is not { } entry)
        {
            refusals.Add(RefusalCode.NotFound, "NotificationId", "There is no such notification: check its id.");
        }
        else if (NotificationTransitions.Table.Refuse(entry.Status, next) is { } refusal)
        {
            refusals.Add(refusal);
        }

        return refusals;
    }

    /// <summary>Changes the notification where it is decided, and where it is listed.</summary>
    private static Task KeepAsync(NotificationEntry entry, AgentContext<NotificationDelivery> context)
    {
        context.State = context.State with { Entry = entry };
        return context.Repository<NotificationEntry>().PutAsync(entry);
    }

    /// <summary>Ends the way of a notification; its values are not kept any longer.</summary>
    private static Task EndAsync(NotificationEntry entry, AgentContext<NotificationDelivery> context)
    {
        context.State = context.State with { OrderId = context.State.Request?.OrderId, Request = null };
        return KeepAsync(entry with { DueAt = null }, context);
    }

    private static Task WaitAsync(NotificationEntry entry, DateTimeOffset until, string reason, AgentContext<NotificationDelivery> context)
    {
        context.ScheduleAt(new TryNotification(entry.Id), until, NextTry);
        return KeepAsync(entry with { DueAt = until, Reason = reason }, context);
    }

    private async Task TryAsync(NotificationEntry entry, SendNotification request, AgentContext<NotificationDelivery> context, CancellationToken cancellationToken)
    {
        var contact = await ContactAsync(request, context, cancellationToken).ConfigureAwait(false);
        var preferences = (await context.Repository<NotificationPreferences>().FindAsync(NotificationPreferences.IdOf(request.Recipient)).ConfigureAwait(false))?.Value
            ?? new NotificationPreferences();
        var choice = ChannelRules.Choose(Question(request, contact, preferences, context));
        if (!choice.IsPlain)
        {
            await context.KeepDecisionAsync("notification channel", entry.Id.ToString(), choice.Channel ?? "none", choice.Reason, parts: choice.Parts).ConfigureAwait(false);
        }

        if (choice.Channel is null)
        {
            await GiveUpAsync(entry, choice.Reason, context).ConfigureAwait(false);
            return;
        }

        entry = entry.Channel == choice.Channel ? entry : entry with { Channel = choice.Channel, Tries = 0 };
        if (choice.WaitUntil is { } end)
        {
            await WaitAsync(entry, end, choice.Reason, context).ConfigureAwait(false);
            return;
        }

        var language = preferences.Language ?? contact.Language ?? NotificationTemplate.FallbackLanguage;
        var template = await TemplateBook.FindAsync(context, options.Value, request.Template, choice.Channel, language).ConfigureAwait(false);
        var (subject, text, html) = template.Fill(request.Data);
        await HandOverAsync(
            entry with { Tries = entry.Tries + 1 },
            new Notification(entry.Id, request.Template, contact.Email, subject, text) { Recipient = request.Recipient, Phone = contact.Phone, Html = html },
            context,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task HandOverAsync(
        NotificationEntry entry, Notification notification, AgentContext<NotificationDelivery> context, CancellationToken cancellationToken)
    {
        var channel = _channels[entry.Channel!];
        try
        {
            await context.OnceAsync("send", async _ =>
            {
                await channel.SendAsync(notification, cancellationToken).ConfigureAwait(false);
                return new NotificationReceipt(channel.Name);
            }).ConfigureAwait(false);
        }
        catch (CommerceException exception) when (exception.IsTransient && entry.Tries <= options.Value.RetryWaits.Count)
        {
            var wait = options.Value.RetryWaits[entry.Tries - 1];
            await WaitAsync(entry, context.Clock.GetUtcNow() + wait, $"{exception.Kind}, try {entry.Tries}", context).ConfigureAwait(false);
            return;
        }
        catch (CommerceException exception) when (exception.IsTransient)
        {
            await FailAsync(entry, $"{exception.Kind}, try {entry.Tries}", context).ConfigureAwait(false);
            return;
        }
        catch (CommerceException exception)
        {
            context.State = context.State with { ClosedChannels = [.. context.State.ClosedChannels, channel.Name] };
            await WaitAsync(entry, context.Clock.GetUtcNow(), $"{exception.Kind}, try {entry.Tries}", context).ConfigureAwait(false);
            return;
        }

        context.Publish(new NotificationSent(context.State.Request!.OrderId, entry.Id, channel.Name, entry.Template));
        await EndAsync(entry with { Status = NotificationStatus.Sent, SentAt = context.Clock.GetUtcNow(), Reason = "" }, context).ConfigureAwait(false);
    }

    /// <summary>A notification that some channel has refused has failed; one that none may carry is skipped.</summary>
    private static Task GiveUpAsync(NotificationEntry entry, string reason, AgentContext<NotificationDelivery> context) => context.State.ClosedChannels.Count > 0
        ? FailAsync(entry, $"{entry.Reason}. {reason}", context)
        : EndAsync(entry with { Status = NotificationStatus.Skipped, Reason = reason }, context);

    private static Task FailAsync(NotificationEntry entry, string reason, AgentContext<NotificationDelivery> context)
    {
        context.Publish(new NotificationFailed(context.State.Request!.OrderId, entry.Id, entry.Channel!, entry.Template, reason));
        return EndAsync(entry with { Status = NotificationStatus.Failed, Reason = reason }, context);
    }

    private async Task<NotificationContact> ContactAsync(SendNotification request, AgentContext<NotificationDelivery> context, CancellationToken cancellationToken)
    {
        if (request.OrderId is { } order
            && (await context.Repository<OrderContact>().FindAsync(order.Value).ConfigureAwait(false))?.Value is { } buyer
            && buyer.Recipient == request.Recipient)
        {
            return buyer.Contact;
        }

        if (request.Recipient == NotificationsOptions.StaffRecipient && options.Value.StaffEmail is { } staff)
        {
            return new NotificationContact { Email = staff };
        }

        return await contacts.FindAsync(request.Recipient, cancellationToken).ConfigureAwait(false) ?? new NotificationContact();
    }

    private ChannelQuestion Question(
        SendNotification request, NotificationContact contact, NotificationPreferences preferences, AgentContext<NotificationDelivery> context) => new()
    {
        Definition = options.Value.Definitions[request.Template],
        Asked = request.Channel,
        Preferences = preferences,
        Reachable =
        [
            .. _channels.Keys.Where(channel => channel switch
            {
                NotificationChannels.Email => contact.Email is not null,
                NotificationChannels.Sms => contact.Phone is not null,
                _ => true,
            }),
        ],
        Closed = context.State.ClosedChannels,
        IsUrgent = request.IsUrgent,
        Now = context.Clock.GetUtcNow(),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(preferences.TimeZone ?? options.Value.TimeZone),
        QuietFrom = options.Value.QuietFrom,
        QuietUntil = options.Value.QuietUntil,
    };
}
