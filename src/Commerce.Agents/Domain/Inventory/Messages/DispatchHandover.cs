using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>
/// Parcels were handed over to their carrier: their orders count as shipped, before the carrier has scanned them. All of them or none; repeating a manifest
/// changes nothing. Answers with an <see cref="Answer"/>.
/// </summary>
/// <param name="Manifest">The number of the list that the driver signed: 1 to 64 characters.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="Parcels">The parcels, each once: 1 to 1 000.</param>
public sealed record DispatchHandover(string Manifest, CarrierCode Carrier, IReadOnlyList<TrackingNumber> Parcels) : IMessage;
