using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Where the buyer of an order can be reached. Personal data.</summary>
public sealed record OrderContact : IEntity
{
    /// <summary>Gets the order's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the shop's key of the customer.</summary>
    public required string Recipient { get; init; }

    /// <summary>Gets where the buyer can be reached.</summary>
    public required NotificationContact Contact { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(OrderContact)} {Id}";
}
