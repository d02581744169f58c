namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Says that the recipient has read a notification. Answers with an <see cref="Answer"/>.</summary>
/// <param name="NotificationId">The notification.</param>
public sealed record MarkRead(Guid NotificationId) : IMessage;
