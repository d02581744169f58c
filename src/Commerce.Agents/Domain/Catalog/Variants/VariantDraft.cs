namespace Commerce.Agents.Domain.Catalog;

/// <summary>A variant that would be made.</summary>
/// <param name="Sku">Its SKU, as text: it may be none that the catalogue takes.</param>
/// <param name="Options">A value for each attribute.</param>
public sealed record VariantDraft(string Sku, IReadOnlyDictionary<string, string> Options);
