namespace Commerce.Agents.Domain.Payments;

/// <summary>What an assessed order turned out to be.</summary>
public enum FraudOutcome
{
    /// <summary>Not known yet.</summary>
    Unknown,

    /// <summary>Honest: it arrived and nobody objected, or a charge-back was won.</summary>
    Legitimate,

    /// <summary>Fraud: a reviewer refused it, or it was charged back.</summary>
    Fraud,
}
