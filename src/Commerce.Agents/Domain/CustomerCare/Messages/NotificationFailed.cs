namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A notification was given up. The order goes on all the same.</summary>
/// <param name="OrderId">The order; none when it is about something else.</param>
/// <param name="NotificationId">The notification.</param>
/// <param name="Channel">How it should have gone.</param>
/// <param name="Template">The template.</param>
/// <param name="Reason">Why.</param>
public sealed record NotificationFailed(OrderId? OrderId, Guid NotificationId, string Channel, string Template, string Reason) : IMessage;
