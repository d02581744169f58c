using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units of a purchase order that arrived together.</summary>
public sealed record Receipt : IEntity
{
    /// <summary>The kind of inspection of units that arrived.</summary>
    public const string Inspection = "incoming";

    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the purchase order.</summary>
    public required PurchaseOrderId PurchaseOrderId { get; init; }

    /// <summary>Gets the purchase order's number.</summary>
    public required string Number { get; init; }

    /// <summary>Gets the supplier's code.</summary>
    public required string Supplier { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets when they arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the lines.</summary>
    public IReadOnlyList<ReceiptLine> Lines { get; init; } = [];

    /// <summary>Gets a value indicating whether some of them are to be inspected.</summary>
    public bool IsPending { get; init; }
}
