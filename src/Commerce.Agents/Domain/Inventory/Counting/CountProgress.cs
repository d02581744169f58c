namespace Commerce.Agents.Domain.Inventory;

/// <summary>What the count agent waits for; the count itself is an entity.</summary>
public sealed record CountProgress
{
    /// <summary>Gets how many levels have not answered since the count was told.</summary>
    public int Awaited { get; init; }
}
