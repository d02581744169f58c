namespace Commerce.Agents.Domain.Payments;

/// <summary>How risky an order is, and why.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Decision">What it leads to.</param>
/// <param name="Signals">The parts of the score.</param>
public sealed record FraudAssessment(int Score, FraudDecision Decision, IReadOnlyList<FraudSignal> Signals);
