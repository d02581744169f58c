namespace Commerce.Marketplaces.Amazon;

/// <summary>What Amazon keeps of an item in its warehouses.</summary>
public sealed record AmazonFbaStock
{
    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the product.</summary>
    public string? Asin { get; init; }

    /// <summary>Gets the warehouses' own number of the item.</summary>
    public string? FnSku { get; init; }

    /// <summary>Gets the condition in Amazon's word.</summary>
    public string? Condition { get; init; }

    /// <summary>Gets everything that is there or on its way.</summary>
    public int? Total { get; init; }

    /// <summary>Gets what can be sold.</summary>
    public int? Fulfillable { get; init; }

    /// <summary>Gets what is planned, sent and being taken in, together.</summary>
    public int? Inbound { get; init; }

    /// <summary>Gets what is reserved.</summary>
    public int? Reserved { get; init; }

    /// <summary>Gets what cannot be sold.</summary>
    public int? Unfulfillable { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
