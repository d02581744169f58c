namespace Commerce.Agents.Domain.Inventory;

/// <summary>A difference that a count found.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Expected">How many should have been there.</param>
/// <param name="Counted">How many were there.</param>
/// <param name="Status">What becomes of it.</param>
public sealed record CountVariance(Sku Sku, int Expected, int Counted, CountLineStatus Status);
