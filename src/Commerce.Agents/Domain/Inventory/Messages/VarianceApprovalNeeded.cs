namespace Commerce.Agents.Domain.Inventory;

/// <summary>A count found differences on which somebody must decide.</summary>
/// <param name="CountId">The count.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">The differences.</param>
public sealed record VarianceApprovalNeeded(Guid CountId, string Warehouse, IReadOnlyList<CountVariance> Lines) : IMessage;
