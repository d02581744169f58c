using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>What <see cref="BuyLabel"/> answers.</summary>
/// <param name="Carrier">Who carries the part; none when no label was bought.</param>
/// <param name="TrackingNumber">The number to follow it by.</param>
/// <param name="Labels">The names of its labels in the <see cref="ILabelStore"/>.</param>
/// <param name="Refusals">Why there is no label; empty when there is one.</param>
public sealed record LabelAnswer(CarrierCode? Carrier, TrackingNumber? TrackingNumber, IReadOnlyList<string> Labels, IReadOnlyList<Refusal> Refusals);
