using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Payments;

/// <summary>The assessment of an order, and what the order turned out to be.</summary>
public sealed record FraudCheck : IEntity
{
    /// <summary>Gets the id: the order's.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets who buys: the shop's key of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the score, its parts and the decision.</summary>
    public required FraudAssessment Assessment { get; init; }

    /// <summary>Gets what the order turned out to be.</summary>
    public FraudOutcome Outcome { get; init; }
}
