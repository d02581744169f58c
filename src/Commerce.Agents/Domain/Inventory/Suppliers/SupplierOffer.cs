namespace Commerce.Agents.Domain.Inventory;

/// <summary>What a supplier offers for one product.</summary>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Cost">The cost of one, above zero.</param>
/// <param name="LeadDays">The days until delivery: 1 or more.</param>
/// <param name="Rating">What people think of the supplier: 0 to 10.</param>
/// <param name="Moq">The smallest quantity that is sold.</param>
/// <param name="Pack">How many are in a pack.</param>
/// <param name="IsActive">Whether it can be bought.</param>
public sealed record SupplierOffer(string Supplier, Money Cost, int LeadDays, decimal Rating, int Moq = 1, int Pack = 1, bool IsActive = true);
