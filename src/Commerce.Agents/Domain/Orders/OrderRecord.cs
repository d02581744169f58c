using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Orders;

/// <summary>An order as lists show it; the whole of it is the state of its agent.</summary>
public sealed record OrderRecord : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the short reference.</summary>
    public required string Number { get; init; }

    /// <summary>Gets where it was sold.</summary>
    public required string Channel { get; init; }

    /// <summary>Gets who buys; empty for orders of marketplaces.</summary>
    public string Customer { get; init; } = "";

    /// <summary>Gets where it is.</summary>
    public OrderStatus Status { get; init; }

    /// <summary>Gets what the buyer pays.</summary>
    public required Money Total { get; init; }

    /// <summary>Gets when it was placed.</summary>
    public DateTimeOffset PlacedAt { get; init; }

    /// <summary>Gets the marks on it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    internal static OrderRecord Of(OrderId orderId, Order order) => new()
    {
        Id = orderId.Value,
        Number = order.Number,
        Channel = order.Channel,
        Customer = order.Customer,
        Status = order.Status,
        Total = order.Totals!.Total,
        PlacedAt = order.PlacedAt,
        Tags = order.Tags,
    };
}
