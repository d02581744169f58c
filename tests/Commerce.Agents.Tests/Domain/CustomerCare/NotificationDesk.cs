using Commerce.Agents.Domain;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Tests.Domain.CustomerCare;

/// <summary>The notification agents alone, with a channel of each name and a customer whom the host knows.</summary>
internal sealed class NotificationDesk : IAsyncDisposable
{
    internal const string Customer = "zoe";
    internal const string Service = "news-of-account";
    internal const string Offer = "offer";

    internal static readonly EmailAddress Staff = EmailAddress.Parse("staff@example.com");

    private NotificationDesk(AgentTestHost host, Dictionary<string, ScriptedChannel> channels) => (Host, Channels) = (host, channels);

    internal AgentTestHost Host { get; }

    internal Dictionary<string, ScriptedChannel> Channels { get; }

    internal IEnumerable<Notification> Mails => Channels[NotificationChannels.Email].Sent;

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Opens the desk at a local noon in Paris, unless another time of the day is given.</summary>
    internal static async Task<NotificationDesk> OpenAsync(
        Action<NotificationsOptions>? configure = null, NotificationContact? contact = null, string[]? channels = null, TimeSpan? at = null)
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero) + (at ?? TimeSpan.FromHours(11)));
        var scripted = (channels ?? [.. NotificationChannels.All]).ToDictionary(static name => name, name => new ScriptedChannel(name, clock));
        contact ??= new NotificationContact { Email = EmailAddress.Parse("zoe@example.com"), Phone = PhoneNumber.Parse("+33102030405") };
        var host = await AgentTestHost.StartAsync(
            agents => agents.AddNotifications(options =>
            {
                options.TimeZone = "Europe/Paris";
                options.Definitions[Service] = new NotificationDefinition(
                    NotificationKind.Service, "account", [NotificationChannels.Push, NotificationChannels.Email], ["name"]);
                options.Definitions[Offer] = new NotificationDefinition(
                    NotificationKind.Marketing, "offers", [NotificationChannels.Email], ["name"]);
                options.Templates.Add(new NotificationTemplate(Service, "en", "Account {{name}}", "Hello {{name}}") { Html = "<p>Hello {{name}}</p>" });
                options.Templates.Add(new NotificationTemplate(Offer, "en", "Offer", "Only {{name}}"));
                configure?.Invoke(options);
            }),
            services =>
            {
                foreach (var channel in scripted.Values)
                {
                    services.AddSingleton<INotificationChannel>(channel);
                }

                services.AddSingleton<INotificationContacts>(new OneContact(contact));
            },
            clock);
        return new NotificationDesk(host, scripted);
    }

    internal static SendNotification Send(string template = Service, string subject = "a-1", string? channel = null, bool isUrgent = false, string name = "A&B") =>
        new(Customer, template, new Dictionary<string, string> { ["name"] = name }, subject, channel, isUrgent);

    internal async Task<Guid> DoneAsync(IMessage command)
    {
        var answer = await Host.AskAsync<Answer>(command);
        await Host.SettleAsync();
        return answer.Refusals.Count == 0 ? Guid.TryParse(answer.Id, out var id) ? id : Guid.Empty : throw new InvalidOperationException(answer.Refusals[0].Message);
    }

    internal async Task<IReadOnlyList<Refusal>> RefusedAsync(IMessage command) => (await Host.AskAsync<Answer>(command)).Refusals;

    internal async Task TellAsync(IMessage message)
    {
        await Host.SendAsync(message);
        await Host.SettleAsync();
    }

    internal async Task<NotificationEntry> EntryAsync(Guid id) =>
        (await Host.StateAsync<NotificationDelivery>(CustomerCareAgentsBuilderExtensions.DeliveryAgentName, id.ToString())).Entry!;

    private sealed class OneContact(NotificationContact contact) : INotificationContacts
    {
        public Task<NotificationContact?> FindAsync(string recipient, CancellationToken cancellationToken = default) =>
            Task.FromResult(recipient == Customer ? contact : null);
    }
}
