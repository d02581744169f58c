namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Set what a recipient wants to hear, and how. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Recipient">The recipient's key: 1 to 200 characters.</param>
/// <param name="Preferences">All preferences; their id does not matter.</param>
public sealed record SetPreferences(string Recipient, NotificationPreferences Preferences) : IMessage;
