namespace Commerce.Agents.Domain.Inventory;

/// <summary>What <see cref="GetPerformance"/> is answered with.</summary>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Performance">How it did; nothing when there is no such supplier.</param>
/// <param name="Refusals">Every objection with its field.</param>
public sealed record SupplierPerformanceAnswer(string Supplier, SupplierPerformance? Performance, IReadOnlyList<Refusal> Refusals);
