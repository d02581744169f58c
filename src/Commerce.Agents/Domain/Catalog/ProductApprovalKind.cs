namespace Commerce.Agents.Domain.Catalog;

/// <summary>To what a person must agree.</summary>
public enum ProductApprovalKind
{
    /// <summary>A new product.</summary>
    NewProduct,

    /// <summary>A large step of the price.</summary>
    PriceChange,

    /// <summary>Another category, brand or condition, or a product that was imported again.</summary>
    MajorUpdate,
}
