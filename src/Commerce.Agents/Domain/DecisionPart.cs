namespace Commerce.Agents.Domain;

/// <summary>One part of a decision's score.</summary>
/// <param name="Name">What was looked at: "distance", "amount above 1 000".</param>
/// <param name="Value">What it came to.</param>
/// <param name="Weight">Its share in the score: 1 when values are just added.</param>
public sealed record DecisionPart(string Name, decimal Value, decimal Weight = 1)
{
    /// <summary>Gets what it adds to the score.</summary>
    public decimal Points => Value * Weight;
}
