namespace Commerce.Agents.Domain.Shipping;

/// <summary>What happened to a parcel.</summary>
public enum CarrierClaimKind
{
    /// <summary>It arrived damaged.</summary>
    Damage,

    /// <summary>It did not arrive.</summary>
    Loss,

    /// <summary>It arrived late, or has not arrived yet.</summary>
    Delay,
}
