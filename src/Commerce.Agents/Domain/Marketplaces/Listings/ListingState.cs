using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What the listing agent knows of one listing.</summary>
public sealed record ListingState
{
    /// <summary>Gets the listing; none before it was created.</summary>
    public Listing? Listing { get; init; }

    /// <summary>Gets the import that the marketplace works on.</summary>
    public OfferBatch? Batch { get; init; }

    /// <summary>Gets since when it does.</summary>
    public DateTimeOffset? BatchAt { get; init; }

    /// <summary>Gets what the import is for.</summary>
    public ListingStep Step { get; init; }

    /// <summary>Gets why it is being ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>Gets a value indicating whether its silence was told; it is told once.</summary>
    public bool IsSilenceTold { get; init; }
}
