namespace Commerce.Agents.Domain.Inventory;

/// <summary>From where units are picked.</summary>
/// <param name="Picks">The locations, in the order in which they were chosen.</param>
/// <param name="Missing">How many are in none.</param>
/// <param name="Reason">Why these, in one sentence.</param>
public sealed record LocationChoiceResult(IReadOnlyList<LocationPick> Picks, int Missing, string Reason);
