namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units that are taken from one location for a pick line.</summary>
/// <param name="Location">The location's code; empty when locations are not known.</param>
/// <param name="Quantity">How many are to be taken: 0 when all of them turned out to be missing.</param>
/// <param name="Picked">How many of them were taken.</param>
/// <param name="Batch">Their batch.</param>
/// <param name="ExpiresOn">The last day on which they can be sold.</param>
public sealed record LocationPick(string Location, int Quantity, int Picked = 0, string? Batch = null, DateOnly? ExpiresOn = null)
{
    /// <summary>Tells how many are still to be taken.</summary>
    /// <returns>0 or more.</returns>
    public int Left() => Quantity - Picked;
}
