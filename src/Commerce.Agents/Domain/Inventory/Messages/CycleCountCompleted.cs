namespace Commerce.Agents.Domain.Inventory;

/// <summary>A count is over.</summary>
/// <param name="CountId">The count.</param>
/// <param name="Kind">Why it was counted.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">The differences, none for what was right.</param>
public sealed record CycleCountCompleted(Guid CountId, CycleCountKind Kind, string Warehouse, IReadOnlyList<CountVariance> Lines) : IMessage;
