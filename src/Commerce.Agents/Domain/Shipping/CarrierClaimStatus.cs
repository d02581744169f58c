namespace Commerce.Agents.Domain.Shipping;

/// <summary>What became of a claim.</summary>
public enum CarrierClaimStatus
{
    /// <summary>The carrier has not answered yet.</summary>
    Filed,

    /// <summary>The carrier pays.</summary>
    Accepted,

    /// <summary>The carrier does not pay.</summary>
    Rejected,
}
