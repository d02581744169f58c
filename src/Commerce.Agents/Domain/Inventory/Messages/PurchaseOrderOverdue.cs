namespace Commerce.Agents.Domain.Inventory;

/// <summary>A purchase order does not come; each step is told once.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Number">The number that people use.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="ExpectedOn">The day on which it should have come.</param>
/// <param name="Step">How late it is.</param>
/// <param name="Proposals">Other suppliers for what is still to come; none for a reminder.</param>
public sealed record PurchaseOrderOverdue(
    PurchaseOrderId PurchaseOrderId,
    string Number,
    string Supplier,
    string Warehouse,
    DateOnly ExpectedOn,
    OverdueStep Step,
    IReadOnlyList<SupplierProposal> Proposals) : IMessage;
