namespace Commerce.Carriers;

/// <summary>A time at which a carrier can collect, local to the place.</summary>
/// <param name="Date">The day.</param>
/// <param name="From">From when, if the carrier tells.</param>
/// <param name="Until">Until when, if the carrier tells.</param>
public sealed record PickupSlot(DateOnly Date, TimeOnly? From = null, TimeOnly? Until = null);
