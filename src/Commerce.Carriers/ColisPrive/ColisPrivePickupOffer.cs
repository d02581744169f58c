namespace Commerce.Carriers.ColisPrive;

/// <summary>A pickup point to which a parcel may go.</summary>
/// <param name="Point">The point.</param>
/// <param name="Day">When the parcel would be there, when Colis Privé tells.</param>
public sealed record ColisPrivePickupOffer(PickupPoint Point, DateOnly? Day);
