using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A carrier that may carry an order, with what it asks.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Account">The registered account.</param>
/// <param name="Service">Its service.</param>
/// <param name="Price">Its price without tax.</param>
public sealed record CarrierChoice(CarrierCode Carrier, string Account, CarrierService Service, Money Price);
