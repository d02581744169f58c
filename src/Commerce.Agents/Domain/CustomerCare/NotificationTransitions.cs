namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Which step of a notification may follow which. One that is read before anybody told of its arrival passes through delivered.</summary>
public static class NotificationTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<NotificationStatus> Table { get; } = new("notification", new Dictionary<NotificationStatus, NotificationStatus[]>
    {
        [NotificationStatus.Pending] = [NotificationStatus.Sent, NotificationStatus.Failed, NotificationStatus.Skipped, NotificationStatus.Cancelled],
        [NotificationStatus.Sent] = [NotificationStatus.Delivered, NotificationStatus.Failed],
        [NotificationStatus.Delivered] = [NotificationStatus.Read],
    });
}
