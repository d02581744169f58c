namespace Commerce.Marketplaces.Sync;

/// <summary>How far an account was read. Store it as a whole; it never goes back.</summary>
public sealed record SyncCursor
{
    /// <summary>Gets the account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the number of this writing, from 1 on: a store refuses one that does not follow its own.</summary>
    public required long Version { get; init; }

    /// <summary>Gets up to when every change was read; none before the first complete reading.</summary>
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>Gets the reading that is not complete yet.</summary>
    public OpenReading? Reading { get; init; }
}
