using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Goods that are bought from a supplier for a warehouse.</summary>
public sealed record PurchaseOrder : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the number that people use: <c>PO-20260302-7K2M9Q</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Gets the supplier's code.</summary>
    public required string Supplier { get; init; }

    /// <summary>Gets the code of the warehouse to which it comes.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets where it is.</summary>
    public PurchaseOrderStatus Status { get; init; }

    /// <summary>Gets what is ordered, each SKU once.</summary>
    public IReadOnlyList<PurchaseOrderLine> Lines { get; init; } = [];

    /// <summary>Gets when it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets a value indicating whether it would have been sent and waits for somebody's consent.</summary>
    public bool IsAwaitingApproval { get; init; }

    /// <summary>Gets the value up to which somebody has agreed.</summary>
    public Money? ApprovedTotal { get; init; }

    /// <summary>Gets when it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gets the day on which it should come: by the lead times, then as the supplier confirmed.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>Gets what came, oldest first.</summary>
    public IReadOnlyList<PurchaseReceipt> Receipts { get; init; } = [];

    /// <summary>Gets when all of it was here.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Adds the lines up.</summary>
    /// <returns>The value, each line rounded to the currency; nothing without lines.</returns>
    public Money? Total() => Lines.Count == 0
        ? null
        : Lines.Aggregate(Money.Zero(Lines[0].UnitCost.Currency), static (sum, line) => sum + (line.UnitCost * line.Ordered).Round());
}
