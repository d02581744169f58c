namespace Commerce.Agents.Domain.Catalog;

/// <summary>Where a product is.</summary>
public enum ProductStatus
{
    /// <summary>It does not exist yet.</summary>
    None,

    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    PendingApproval,

    /// <summary>On sale.</summary>
    Active,

    /// <summary>No longer on sale.</summary>
    Discontinued,

    /// <summary>Put away for good.</summary>
    Archived,
}
