namespace Commerce.Agents.Domain.Payments;

/// <summary>What is remembered of a buyer to judge risk.</summary>
public sealed record BuyerHistory
{
    /// <summary>Gets when the buyer was seen first.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>Gets the times of the orders of the last 24 hours.</summary>
    public IReadOnlyList<DateTimeOffset> Orders { get; init; } = [];
}
