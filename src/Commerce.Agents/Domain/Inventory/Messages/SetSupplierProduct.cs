namespace Commerce.Agents.Domain.Inventory;

/// <summary>Sets what a supplier asks for a product.</summary>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Sku">The SKU.</param>
/// <param name="Cost">The cost of one, above zero, in the supplier's currency.</param>
/// <param name="LeadDays">The days from an order to its delivery: 1 to 365.</param>
/// <param name="Moq">The smallest quantity that is sold: 1 or more.</param>
/// <param name="Pack">How many are in a pack: 1 or more.</param>
/// <param name="IsActive">Whether it is sold.</param>
public sealed record SetSupplierProduct(
    string Supplier, Sku Sku, Money Cost, int LeadDays, int Moq = 1, int Pack = 1, bool IsActive = true) : IMessage;
