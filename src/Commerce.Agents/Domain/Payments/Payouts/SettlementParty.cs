using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Payments;

/// <summary>A merchant of whom the books have a line.</summary>
public sealed record SettlementParty : IEntity
{
    /// <summary>Gets the merchant.</summary>
    public required Guid Id { get; init; }
}
