namespace Commerce.Agents.Domain.Payments;

/// <summary>How risky an order is.</summary>
public enum FraudLevel
{
    /// <summary>Below 25.</summary>
    Low,

    /// <summary>25 to 49.</summary>
    Medium,

    /// <summary>50 to 74, or something could not be found out.</summary>
    High,

    /// <summary>75 and more.</summary>
    Critical,
}
