namespace Commerce.Agents.Domain.Payments;

/// <summary>What is known of the risk of an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Check">The assessment and what came of it.</param>
/// <param name="Review">The review, if a person had to look.</param>
/// <param name="Refusals">Why there is none; empty when there is one.</param>
public sealed record AssessmentAnswer(OrderId OrderId, FraudCheck? Check, ReviewCase? Review, IReadOnlyList<Refusal> Refusals);
