namespace Commerce.Agents.Domain.Catalog;

/// <summary>In what condition a product is.</summary>
public enum ProductCondition
{
    /// <summary>New.</summary>
    New,

    /// <summary>Repaired and tested.</summary>
    Refurbished,

    /// <summary>Used.</summary>
    Used,

    /// <summary>Damaged.</summary>
    Damaged,
}
