namespace Commerce.Carriers.Dpd;

/// <summary>
/// The numbers of a shipment in one id: those of its parcels joined by <c>+</c>, which label and cancellation ask for; before them and a slash
/// the shipment's own number where it is not the first parcel's.
/// </summary>
internal sealed record DpdNumbers(string? Shipment, IReadOnlyList<string> Parcels)
{
    internal static DpdNumbers Of(CarrierShipmentId id) => id.Value.Split('/', 2) is [var shipment, var parcels]
        ? new DpdNumbers(shipment, parcels.Split('+'))
        : new DpdNumbers(null, id.Value.Split('+'));

    internal CarrierShipmentId ToId() => new(
        (string.IsNullOrEmpty(Shipment) || Shipment == Parcels[0] ? "" : Shipment + "/") + string.Join('+', Parcels));
}
