using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Something that is blocked. Its value is kept as a keyed hash only.</summary>
public sealed record BlockedEntity : IEntity
{
    /// <summary>Gets the id, which follows from tenant and hash: a value is blocked once.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets what it is.</summary>
    public required BlockedKind Kind { get; init; }

    /// <summary>Gets the hash of the value: HMAC-SHA-256 in small hexadecimal letters.</summary>
    public required string ValueHash { get; init; }

    /// <summary>Gets why. No personal data.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets since when.</summary>
    public required DateTimeOffset BlockedAt { get; init; }

    /// <summary>Gets until when; for ever when not given.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Tells whether the block counts.</summary>
    /// <param name="at">When.</param>
    /// <returns>Whether it has not expired by then.</returns>
    public bool IsActive(DateTimeOffset at) => Until is null || Until > at;
}
