namespace Commerce.Agents.Domain.Monitoring;

/// <summary>A page of alerts.</summary>
/// <param name="Items">The alerts, newest first.</param>
/// <param name="HasNext">Whether more may follow.</param>
/// <param name="Refusals">Every objection with its field; empty when the page was read.</param>
public sealed record AlertPage(IReadOnlyList<Alert> Items, bool HasNext, IReadOnlyList<Refusal> Refusals);
