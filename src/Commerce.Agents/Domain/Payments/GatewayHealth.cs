namespace Commerce.Agents.Domain.Payments;

/// <summary>How the gateway is, as it was last told.</summary>
public sealed record GatewayHealth
{
    /// <summary>Gets a value indicating whether it answers, in time.</summary>
    public bool IsHealthy { get; init; } = true;

    /// <summary>Gets how many looks in a row say otherwise.</summary>
    public int LooksAgainst { get; init; }
}
