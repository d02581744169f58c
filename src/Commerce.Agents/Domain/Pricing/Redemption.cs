using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>The use of a promotion by an order; one at most for each order.</summary>
public sealed record Redemption : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the promotion's code, in capitals.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the shop's key of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>Gets what was taken off.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets a value indicating whether the use was given back.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Makes the id: that of a promotion and an order is always the same.</summary>
    internal static Guid IdOf(string code, OrderId orderId) => OrderKeys.From(code, orderId.ToString()).Value;
}
