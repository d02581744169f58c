namespace Commerce.Agents.Domain.Payments;

/// <summary>What a fraud score leads to.</summary>
public enum FraudDecision
{
    /// <summary>Below 25: go on.</summary>
    Approved,

    /// <summary>25 to 49: go on, and watch.</summary>
    Flagged,

    /// <summary>50 to 74: a person must look.</summary>
    Review,

    /// <summary>75 and more: no.</summary>
    Blocked,
}
