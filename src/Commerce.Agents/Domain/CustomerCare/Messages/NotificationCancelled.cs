namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A notification was taken back: it may be asked for again at once.</summary>
/// <param name="NotificationId">The notification.</param>
/// <param name="Recipient">The recipient's key.</param>
/// <param name="Template">The template.</param>
/// <param name="SubjectId">What it was about.</param>
public sealed record NotificationCancelled(Guid NotificationId, string Recipient, string Template, string SubjectId) : IMessage;
