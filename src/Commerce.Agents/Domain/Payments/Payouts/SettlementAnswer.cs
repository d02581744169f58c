namespace Commerce.Agents.Domain.Payments;

/// <summary>What the books answered.</summary>
/// <param name="Lines">How many settlement lines it concerns.</param>
/// <param name="Refusal">Why not; none when it was taken.</param>
public sealed record SettlementAnswer(int Lines, string? Refusal = null);
