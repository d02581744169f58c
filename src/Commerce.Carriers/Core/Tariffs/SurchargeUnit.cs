namespace Commerce.Carriers.Tariffs;

/// <summary>What the value of a surcharge means.</summary>
public enum SurchargeUnit
{
    /// <summary>An amount for the shipment.</summary>
    Fixed,

    /// <summary>Percent: 5.5 is 5.5 %.</summary>
    Percentage,

    /// <summary>An amount for each chargeable kilogram.</summary>
    PerKilogram,

    /// <summary>An amount for each parcel that meets the conditions.</summary>
    PerParcel,
}
