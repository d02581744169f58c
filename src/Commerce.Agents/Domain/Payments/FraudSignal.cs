namespace Commerce.Agents.Domain.Payments;

/// <summary>One part of a fraud score.</summary>
/// <param name="Name">What was seen.</param>
/// <param name="Points">What it counts for.</param>
public sealed record FraudSignal(string Name, int Points);
