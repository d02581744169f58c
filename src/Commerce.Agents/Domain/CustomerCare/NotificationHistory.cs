namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A page of what a recipient was told.</summary>
/// <param name="Items">The notifications, newest first.</param>
/// <param name="HasNext">Whether more may follow.</param>
/// <param name="Refusals">Every objection with its field; empty when the page was read.</param>
public sealed record NotificationHistory(IReadOnlyList<NotificationEntry> Items, bool HasNext, IReadOnlyList<Refusal> Refusals);
