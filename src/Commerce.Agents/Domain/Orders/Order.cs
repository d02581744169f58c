using Commerce.Carriers;
using Commerce.Payments;

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

    /// <summary>Gets a fingerprint of the draft that it was made of; empty for orders of marketplaces.</summary>
    public string Draft { get; init; } = "";

    /// <summary>Gets who buys: the shop's key of the customer; empty for orders of marketplaces.</summary>
    public string Customer { get; init; } = "";

    /// <summary>Gets the VAT number of a business that buys. May be personal data.</summary>
    public string? VatNumber { get; init; }

    /// <summary>Gets where it is.</summary>
    public OrderStatus Status { get; init; }

    /// <summary>Gets when it was placed or imported.</summary>
    public DateTimeOffset PlacedAt { get; init; }

    /// <summary>Gets why it waits: one entry for each reason, until it is released.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>Gets how urgent it is.</summary>
    public OrderPriority Priority { get; init; } = OrderPriority.Normal;

    /// <summary>Gets the marks that people and agents put on it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets the notes on it, oldest first.</summary>
    public IReadOnlyList<OrderNote> Notes { get; init; } = [];

    /// <summary>Gets how it is wrapped as a gift.</summary>
    public GiftOptions? Gift { get; init; }

    /// <summary>Gets how often a carrier stood at the door.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];

    /// <summary>Gets the parts in which it leaves; their numbers are their places, from 1.</summary>
    public IReadOnlyList<OrderPart> Parts { get; init; } = [];

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

    /// <summary>Gets where its payment is; nothing for orders that are not paid here: those of marketplaces, and replacements.</summary>
    public PaymentState? PaymentStatus { get; init; }

    /// <summary>Gets the money that is held, or was until it was taken.</summary>
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

    /// <summary>Gets the orders that replace units of it.</summary>
    public IReadOnlyList<Replacement> Replacements { get; init; } = [];

    /// <summary>Gets the order whose units it replaces; nothing for orders that were bought.</summary>
    public OrderId? Replaces { get; init; }

    /// <summary>Gets what happened, oldest first.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>Gets a value indicating whether its confirmation was told.</summary>
    public bool IsConfirmed { get; init; }

    internal bool IsSecured => Parts.Count > 0;

    internal Order Noting(DateTimeOffset at, string what) => this with { Timeline = [.. Timeline, new TimelineEntry(at, Status, what)] };
}
