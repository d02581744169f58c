namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Take a notification back that was not sent. Answers with an <see cref="Answer"/>.</summary>
/// <param name="NotificationId">The notification.</param>
public sealed record CancelNotification(Guid NotificationId) : IMessage;
