namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Stands for the word of a channel that it has a notification.</summary>
/// <param name="Channel">The channel.</param>
public sealed record NotificationReceipt(string Channel);
