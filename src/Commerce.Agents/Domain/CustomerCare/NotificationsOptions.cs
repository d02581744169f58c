namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Sets what people are told, how and when.</summary>
public sealed class NotificationsOptions
{
    /// <summary>The recipient's key of the staff, for <see cref="SetPreferences"/>. No customer should have it.</summary>
    public const string StaffRecipient = "@staff";

    /// <summary>Gets what each template is for, by its name. Add your own templates here and to <see cref="Templates"/>.</summary>
    public IDictionary<string, NotificationDefinition> Definitions { get; } = new Dictionary<string, NotificationDefinition>(NotificationTemplates.Definitions);

    /// <summary>Gets the texts; the last one of a name, channel and language counts, so that adding one replaces ours.</summary>
    public IList<NotificationTemplate> Templates { get; } = [.. NotificationTemplates.Default];

    /// <summary>Gets or sets the address that hears of what the staff must know. When there is none, the staff is told nothing.</summary>
    public EmailAddress? StaffEmail { get; set; }

    /// <summary>Gets or sets how long a template is not sent again to the same recipient about the same subject.</summary>
    /// <value>The default is 24 hours; 1 minute to 30 days.</value>
    public TimeSpan RepeatAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets the times to wait before each further try, when a channel does not answer.</summary>
    /// <value>The default is 1, 5 and 30 minutes; each 1 second to 1 day, at most 10.</value>
    public IList<TimeSpan> RetryWaits { get; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    /// <summary>Gets or sets when the quiet hours begin in which text messages and push messages wait, by the recipient's clock.</summary>
    /// <value>The default is 21:00.</value>
    public TimeOnly QuietFrom { get; set; } = new(21, 0);

    /// <summary>Gets or sets when these hours end; there are none when they end as they begin.</summary>
    /// <value>The default is 8:00.</value>
    public TimeOnly QuietUntil { get; set; } = new(8, 0);

    /// <summary>Gets or sets the IANA time zone of recipients whose preferences name none, such as <c>Europe/Paris</c>.</summary>
    /// <value>The default is UTC.</value>
    public string TimeZone { get; set; } = "UTC";
}
