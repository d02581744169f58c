namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What a marketplace answered to a decision or to a parcel.</summary>
/// <param name="Refusal">Why not; none when it was taken.</param>
public sealed record DecisionAnswer(string? Refusal = null);
