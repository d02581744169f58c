namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units expire soon, or have expired.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Quantity">How many.</param>
/// <param name="FirstExpiresOn">The last day on which the first of them can be sold.</param>
/// <param name="Batches">Their batches, as far as they have any.</param>
/// <param name="Severity">How urgent it is.</param>
public sealed record ExpiringSoonDetected(
    Sku Sku, string Warehouse, int Quantity, DateOnly FirstExpiresOn, IReadOnlyList<string> Batches, StockAlertSeverity Severity) : IMessage;
