namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Send one notification about an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="NotificationId">The notification; the same at every try.</param>
/// <param name="Template">The template.</param>
/// <param name="Values">The template's values by name; no personal data.</param>
/// <param name="Try">The try, from 1.</param>
public sealed record SendNotification(
    OrderId OrderId, Guid NotificationId, string Template, IReadOnlyDictionary<string, string> Values, int Try) : IMessage;
