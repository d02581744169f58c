using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A carrier gets more parcels in a month than planned. Told once a month.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Shipments">The labels that were bought in it.</param>
public sealed record CarrierVolumeExceeded(CarrierCode Carrier, DateOnly Month, int Shipments) : IMessage;
