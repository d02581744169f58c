namespace Commerce.Carriers.Dpd;

/// <summary>A collection at a third party that DPD took.</summary>
/// <param name="Number">DPD's number of the collection.</param>
/// <param name="TrackingNumber">The number of the parcel, when DPD gives it at once.</param>
/// <param name="Messages">What DPD noted.</param>
public sealed record DpdCollection(string Number, TrackingNumber? TrackingNumber, IReadOnlyList<CarrierMessage> Messages);
