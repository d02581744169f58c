namespace Commerce.Agents.Domain.Inventory;

/// <summary>Another supplier for what does not come.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">How many are still to come.</param>
/// <param name="Supplier">The other supplier's code.</param>
/// <param name="Score">Its score: 0 to 100.</param>
public sealed record SupplierProposal(Sku Sku, int Quantity, string Supplier, decimal Score);
