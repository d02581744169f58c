namespace Commerce.Agents.Domain.Shipping;

/// <summary>What was closed with a carrier on a day: the state of the agent that closes.</summary>
public sealed record ClosedManifests
{
    /// <summary>Gets how often it was closed.</summary>
    public int Count { get; init; }
}
