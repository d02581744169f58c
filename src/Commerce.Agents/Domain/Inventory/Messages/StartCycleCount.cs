namespace Commerce.Agents.Domain.Inventory;

/// <summary>Begins to count. Answers with an <see cref="Answer"/>.</summary>
/// <param name="CountId">The new count.</param>
/// <param name="Kind">Why it is counted.</param>
/// <param name="Warehouse">The warehouse's code: 1 to 32 characters.</param>
/// <param name="Skus">What is counted, each once: 1 to 500; for a full count nothing, which is everything that was ever there.</param>
public sealed record StartCycleCount(Guid CountId, CycleCountKind Kind, string Warehouse, IReadOnlyList<Sku> Skus) : IMessage;
