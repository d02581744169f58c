namespace Commerce.Agents.Domain.Payments;

/// <summary>Which step of an exemption may follow which.</summary>
public static class ExemptionTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<ExemptionStatus> Table { get; } = new("exemption", new Dictionary<ExemptionStatus, ExemptionStatus[]>
    {
        [ExemptionStatus.Granted] = [ExemptionStatus.Revoked],
    });
}
