using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A carrier was chosen for an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="Price">Its price.</param>
/// <param name="Reason">Why.</param>
public sealed record CarrierSelected(OrderId OrderId, CarrierCode Carrier, Money Price, string Reason) : IMessage;
