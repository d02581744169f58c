namespace Commerce.Agents.Domain.Catalog;

/// <summary>How good a product that is not new looks.</summary>
public enum ProductGrade
{
    /// <summary>Like new.</summary>
    A,

    /// <summary>Light traces of use.</summary>
    B,

    /// <summary>Clear traces of use.</summary>
    C,
}
