namespace Commerce.Agents.Domain.Catalog;

/// <summary>The variants of a product.</summary>
public sealed record VariantFamily
{
    /// <summary>Gets in what they differ.</summary>
    public IReadOnlyList<VariantAttribute> Attributes { get; init; } = [];

    /// <summary>Gets the variants, the oldest first.</summary>
    public IReadOnlyList<Variant> Variants { get; init; } = [];
}
