namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A notification was read.</summary>
/// <param name="OrderId">The order; none when it was about something else.</param>
/// <param name="NotificationId">The notification.</param>
/// <param name="Channel">How it went.</param>
/// <param name="Template">The template.</param>
public sealed record NotificationRead(OrderId? OrderId, Guid NotificationId, string Channel, string Template) : IMessage;
