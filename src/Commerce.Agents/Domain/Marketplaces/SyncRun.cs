using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>One reading of an account.</summary>
public sealed record SyncRun : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the marketplace account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets what was read: <see cref="SyncKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets when it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Gets how many were read.</summary>
    public int Processed { get; init; }

    /// <summary>Gets how many could not be read.</summary>
    public int Failed { get; init; }

    /// <summary>Gets why it failed as a whole; none when it did not.</summary>
    public string? Error { get; init; }
}
