namespace Commerce.Agents.Domain.Inventory;

/// <summary>Asks how a supplier did lately; answered with a <see cref="SupplierPerformanceAnswer"/>.</summary>
/// <param name="Supplier">The supplier's code.</param>
public sealed record GetPerformance(string Supplier) : IMessage;
