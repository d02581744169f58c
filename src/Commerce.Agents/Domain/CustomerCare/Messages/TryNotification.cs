namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>It is time to try a notification.</summary>
/// <param name="NotificationId">The notification.</param>
public sealed record TryNotification(Guid NotificationId) : IMessage;
