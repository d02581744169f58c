namespace Commerce.Carriers.Tariffs;

/// <summary>Which weight is looked up in the bands.</summary>
public enum TariffBasis
{
    /// <summary>The chargeable weights of all parcels together: one price for the shipment.</summary>
    Shipment,

    /// <summary>Each parcel has its own price, as La Poste's contracts do it; the prices are added.</summary>
    Parcel,
}
