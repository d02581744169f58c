namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Send a notification later. Answers with an <see cref="Answer"/> of the notification's id.</summary>
/// <param name="Notification">The notification.</param>
/// <param name="At">When: within a year.</param>
public sealed record ScheduleNotification(SendNotification Notification, DateTimeOffset At) : IMessage;
