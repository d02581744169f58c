using Commerce.Agents.Domain.Payments;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>What is told of a product.</summary>
public sealed record ProductContent
{
    /// <summary>Gets the name: 1 to 255 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the price without tax: 0 or more; more than 0 to be on sale.</summary>
    public required Money Price { get; init; }

    /// <summary>Gets what it costs the shop: 0 or more, in the currency of the price.</summary>
    public Money? Cost { get; init; }

    /// <summary>Gets the description: at most 10 000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the weight without packaging: more than 0.</summary>
    public Weight? Weight { get; init; }

    /// <summary>Gets the outer dimensions.</summary>
    public Dimensions? Size { get; init; }

    /// <summary>Gets the category: at most 200 characters.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the subcategory: at most 200 characters.</summary>
    public string? Subcategory { get; init; }

    /// <summary>Gets the brand: at most 100 characters.</summary>
    public string? Brand { get; init; }

    /// <summary>Gets a value indicating whether it has no brand.</summary>
    public bool IsUnbranded { get; init; }

    /// <summary>Gets the condition.</summary>
    public ProductCondition Condition { get; init; }

    /// <summary>Gets how good it looks.</summary>
    public ProductGrade? Grade { get; init; }

    /// <summary>Gets the GTIN: 8, 12, 13 or 14 digits.</summary>
    public string? Gtin { get; init; }

    /// <summary>Gets which rate its tax has.</summary>
    public TaxClass? TaxClass { get; init; }
}
