using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A carrier that may carry an order, with what it asks.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Account">The registered account.</param>
/// <param name="Service">Its service.</param>
/// <param name="Price">Its price without tax.</param>
/// <param name="Reason">Why it stands where it does.</param>
/// <param name="Arrival">The day on which it arrives, when the carrier tells.</param>
public sealed record CarrierChoice(CarrierCode Carrier, string Account, CarrierService Service, Money Price, string Reason, DateOnly? Arrival = null);
