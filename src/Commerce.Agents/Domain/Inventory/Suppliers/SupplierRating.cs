namespace Commerce.Agents.Domain.Inventory;

/// <summary>What a supplier is worth for a purchase.</summary>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Score">The score: 0 to 100, two decimals.</param>
/// <param name="Parts">What made the score: each value is 0 to 100.</param>
/// <param name="Quantity">How many would be ordered: in whole packs, and no less than the supplier sells.</param>
/// <param name="Cost">The cost of one.</param>
/// <param name="LeadDays">The days until delivery.</param>
public sealed record SupplierRating(
    string Supplier, decimal Score, IReadOnlyList<DecisionPart> Parts, int Quantity, Money Cost, int LeadDays);
