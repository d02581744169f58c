namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Read what a recipient was told, newest first. Answers with a <see cref="NotificationHistory"/>.</summary>
/// <param name="Recipient">The recipient's key.</param>
/// <param name="After">The last notification of the page before.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
public sealed record GetHistory(string Recipient, Guid? After = null, int Limit = 50) : IMessage;
