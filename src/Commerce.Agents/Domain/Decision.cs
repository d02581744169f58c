using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain;

/// <summary>A decision of an agent, kept with its reasons: nothing that an agent decides is without them.</summary>
public sealed record Decision : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets what kind of question it answers: "warehouse", "fraud", "carrier".</summary>
    public required string Kind { get; init; }

    /// <summary>Gets what it is about: an order's id, a SKU.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the answer.</summary>
    public required string Outcome { get; init; }

    /// <summary>Gets the score of the answer, in the points of its kind.</summary>
    public decimal Score { get; init; }

    /// <summary>Gets what made the score.</summary>
    public IReadOnlyList<DecisionPart> Parts { get; init; } = [];

    /// <summary>Gets the reason in one sentence. No personal data.</summary>
    public required string Reason { get; init; }
}
