namespace Commerce.Agents.Domain.Shipping;

/// <summary>Which status of a claim may follow which.</summary>
public static class CarrierClaimTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<CarrierClaimStatus> Table { get; } = new("claim", new Dictionary<CarrierClaimStatus, CarrierClaimStatus[]>
    {
        [CarrierClaimStatus.Filed] = [CarrierClaimStatus.Accepted, CarrierClaimStatus.Rejected],
    });
}
