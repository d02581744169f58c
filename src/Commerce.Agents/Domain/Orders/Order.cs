using Commerce.Carriers;

namespace Commerce.Agents.Domain.Orders;

/// <summary>An order.</summary>
public sealed record Order
{
    /// <summary>Gets the channel of the own shop.</summary>
    public const string OwnShop = "shop";

    /// <summary>Gets the short reference that people see: <c>ORD-20260302-7K2M9P</c>.</summary>
    public string Number { get; init; } = "";

    /// <summary>Gets where it was sold: <see cref="OwnShop"/> or a marketplace account.</summary>
    public string Channel { get; init; } = OwnShop;

    /// <summary>Gets the marketplace's key; empty for the own shop.</summary>
    public string ExternalId { get; init; } = "";

    /// <summary>Gets where it is.</summary>
    public OrderStatus Status { get; init; }

    /// <summary>Gets the lines.</summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>Gets the sums.</summary>
    public OrderTotals? Totals { get; init; }

    /// <summary>Gets the marketplace's commission.</summary>
    public Money? Commission { get; init; }

    /// <summary>Gets where to ship; absent while a marketplace hides it.</summary>
    public Party? ShipTo { get; init; }

    /// <summary>Gets the day by which it must arrive.</summary>
    public DateOnly? RequiredBy { get; init; }

    /// <summary>Gets the fraud score.</summary>
    public int? FraudScore { get; init; }

    /// <summary>Gets the money that is held.</summary>
    public Money? Authorized { get; init; }

    /// <summary>Gets the money that was taken.</summary>
    public Money? Captured { get; init; }

    /// <summary>Gets the carrier.</summary>
    public CarrierCode? Carrier { get; init; }

    /// <summary>Gets why that carrier.</summary>
    public string? CarrierReason { get; init; }

    /// <summary>Gets what its label costs.</summary>
    public Money? ShippingCost { get; init; }

    /// <summary>Gets the number to follow it by.</summary>
    public TrackingNumber? TrackingNumber { get; init; }

    /// <summary>Gets the day on which it arrives, when the carrier told.</summary>
    public DateOnly? PromisedDate { get; init; }

    /// <summary>Gets what happened, oldest first.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    internal Order Noting(DateTimeOffset at, string what) => this with { Timeline = [.. Timeline, new TimelineEntry(at, Status, what)] };
}
