namespace Commerce.Agents.Domain.Shipping;

/// <summary>What came of an activation.</summary>
/// <param name="Number">The number of the version that is active.</param>
/// <param name="ChangePercent">The average change of the prices, in percent.</param>
/// <param name="Refusal">Why nothing became active; none when it did.</param>
public sealed record TariffActivation(int Number, decimal? ChangePercent, Refusal? Refusal);
