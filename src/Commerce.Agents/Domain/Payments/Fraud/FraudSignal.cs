namespace Commerce.Agents.Domain.Payments;

/// <summary>One part of a fraud score.</summary>
/// <param name="Name">What was seen.</param>
/// <param name="Points">What it counts for; below zero for what speaks for the buyer.</param>
public sealed record FraudSignal(string Name, int Points)
{
    /// <summary>Gets what kind of signal it is: by this its worth is measured.</summary>
    public FraudSignalKind Kind { get; init; }

    /// <summary>Gets what a reviewer should do about it.</summary>
    public string Recommendation { get; init; } = "";
}
