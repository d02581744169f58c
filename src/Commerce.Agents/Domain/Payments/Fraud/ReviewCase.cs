using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Payments;

/// <summary>An order that a person must look at.</summary>
public sealed record ReviewCase : IEntity
{
    /// <summary>Gets the id: the order's.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets who buys: the shop's key of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>Gets the score: 0 to 100.</summary>
    public required int Score { get; init; }

    /// <summary>Gets why a person must look. No personal data.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets where it is.</summary>
    public ReviewStatus Status { get; init; } = ReviewStatus.Open;

    /// <summary>Gets since when it is open.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Gets by when it should be decided.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets when it ends undecided, and the order is cancelled.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets a value indicating whether it was not decided when it was due.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Gets whether the order was approved; nothing when no person has decided.</summary>
    public bool? IsApproved { get; init; }

    /// <summary>Gets what the reviewer noted.</summary>
    public string? Note { get; init; }

    /// <summary>Gets who decided: the shop's key of the person.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Gets when it ended.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
