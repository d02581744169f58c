namespace Commerce.Agents.Domain.Payments;

/// <summary>How a product is taxed.</summary>
public enum TaxClass
{
    /// <summary>At the standard rate.</summary>
    Standard,

    /// <summary>At the reduced rate.</summary>
    Reduced,

    /// <summary>At 0 %.</summary>
    Zero,
}
