namespace Commerce.Agents.Domain.Catalog;

/// <summary>In what the variants of a product differ.</summary>
/// <param name="Name">The name: 1 to 50 characters.</param>
/// <param name="Type">What its values look like.</param>
public sealed record VariantAttribute(string Name, VariantAttributeType Type);
