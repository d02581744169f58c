namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What a recipient was told of late.</summary>
public sealed record NotificationRecipient
{
    /// <summary>Gets what was asked for within the time in which nothing is repeated, by template and subject.</summary>
    public IReadOnlyDictionary<string, RecentNotification> Recent { get; init; } = new Dictionary<string, RecentNotification>();
}
