namespace Commerce.Carriers.ColisPrive;

/// <summary>A possible second delivery.</summary>
/// <param name="Day">The day.</param>
/// <param name="TimeFrame"><c>AM</c>, <c>PM</c>, <c>DY</c> for the whole day, or another word of Colis Privé's.</param>
public sealed record ColisPriveDeliverySlot(DateOnly Day, string TimeFrame);
