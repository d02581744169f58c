namespace Commerce.Carriers;

/// <summary>A cancellation that the carrier confirmed, of all parcels or of some.</summary>
/// <param name="ShipmentId">The shipment.</param>
/// <param name="WasAlreadyVoid">Whether all of it had been cancelled before.</param>
public sealed record VoidConfirmation(CarrierShipmentId ShipmentId, bool WasAlreadyVoid = false)
{
    /// <summary>Gets what became of each parcel, where the carrier tells; empty when all that was asked for is cancelled.</summary>
    public IReadOnlyList<ItemOutcome<TrackingNumber>> Parcels { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets a value indicating whether everything that was asked for is cancelled: a parcel that is not will be charged.</summary>
    public bool IsComplete => Parcels.All(static parcel => parcel.IsSuccess);
}
