namespace Commerce.Agents.Domain.Payments;

/// <summary>Where an exemption is.</summary>
public enum ExemptionStatus
{
    /// <summary>It counts, on its days.</summary>
    Granted,

    /// <summary>It was taken back.</summary>
    Revoked,
}
