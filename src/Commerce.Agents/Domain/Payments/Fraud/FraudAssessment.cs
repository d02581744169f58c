namespace Commerce.Agents.Domain.Payments;

/// <summary>How risky an order is, and why.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Decision">What it leads to.</param>
/// <param name="Signals">The parts of the score.</param>
public sealed record FraudAssessment(int Score, FraudDecision Decision, IReadOnlyList<FraudSignal> Signals)
{
    /// <summary>Gets the level.</summary>
    public FraudLevel Level { get; init; }

    /// <summary>Gets the reason in one sentence. No personal data.</summary>
    public string Reason { get; init; } = "";
}
