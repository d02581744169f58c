namespace Commerce.Marketplaces.Sync;

/// <summary>What one run of the order sync did for one account.</summary>
public sealed record SyncReport
{
    /// <summary>Gets the account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the platform.</summary>
    public required MarketplaceCode Marketplace { get; init; }

    /// <summary>Gets when it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets how long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the pages read.</summary>
    public int Pages { get; init; }

    /// <summary>Gets the orders that were not known.</summary>
    public int New { get; init; }

    /// <summary>Gets the orders that had changed.</summary>
    public int Updated { get; init; }

    /// <summary>Gets the orders that were read again and held what was known.</summary>
    public int Unchanged { get; init; }

    /// <summary>Gets the versions that the handler took over.</summary>
    public int Handled { get; init; }

    /// <summary>Gets the actions that the marketplace has.</summary>
    public int Told { get; init; }

    /// <summary>Gets a value indicating whether too many orders wait for the handler, so that no more were read.</summary>
    public bool IsHeldBack { get; init; }

    /// <summary>Gets a value indicating whether the reading came to its end.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Gets what went wrong.</summary>
    public IReadOnlyList<SyncFailure> Failures { get; init; } = [];

    /// <summary>Gets why the account as a whole failed; absent when it did not.</summary>
    public SyncFailure? Failure => Failures.FirstOrDefault(static failure => failure.OrderId is null);
}
