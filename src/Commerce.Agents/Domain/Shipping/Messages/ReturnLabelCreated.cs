using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>The label for the way back of a return was bought.</summary>
/// <param name="RmaId">The return.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The number to follow it by.</param>
/// <param name="Price">What was agreed, without tax.</param>
/// <param name="Labels">The names of its labels in the <see cref="ILabelStore"/>.</param>
/// <param name="ValidUntil">The last day on which the label can be used.</param>
public sealed record ReturnLabelCreated(
    Guid RmaId, OrderId OrderId, CarrierCode Carrier, TrackingNumber TrackingNumber, Money Price, IReadOnlyList<string> Labels, DateOnly ValidUntil) : IMessage;
