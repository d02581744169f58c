namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks what is known of the risk of an order. Answered by <see cref="AssessmentAnswer"/>.</summary>
/// <param name="OrderId">The order.</param>
public sealed record GetAssessment(OrderId OrderId) : IMessage;
