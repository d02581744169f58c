namespace Commerce.Marketplaces.Sync;

/// <summary>A reading of many pages that goes on.</summary>
public sealed record OpenReading
{
    /// <summary>Gets the time of change or of placing from which on it reads.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Gets when it began: the next reading starts there, less the overlap.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when it last began at the first page.</summary>
    public required DateTimeOffset PassStartedAt { get; init; }

    /// <summary>Gets the page that comes next; absent for the first one.</summary>
    public ContinuationToken? Next { get; init; }

    /// <summary>Gets the length of the list, where the marketplace told it.</summary>
    public long? Total { get; init; }

    /// <summary>Gets a value indicating whether orders changed while the list was read, so that one may have moved over the edge of a page.</summary>
    public bool HasMoved { get; init; }

    /// <summary>Gets how often the list was read again for such a reason.</summary>
    public int Restarts { get; init; }
}
