namespace Commerce.Carriers.ColisPrive;

/// <summary>A change of delivery that Colis Privé took.</summary>
/// <param name="TrackingNumber">The parcel.</param>
public sealed record ColisPriveRedirection(TrackingNumber TrackingNumber);
