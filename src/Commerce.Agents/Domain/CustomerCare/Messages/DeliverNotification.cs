namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Bring one notification to its recipient.</summary>
/// <param name="NotificationId">The notification; the same at every try.</param>
/// <param name="Notification">What to send.</param>
/// <param name="At">When; at once when not given.</param>
public sealed record DeliverNotification(Guid NotificationId, SendNotification Notification, DateTimeOffset? At = null) : IMessage;
