using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Closes the day with a carrier: the list of the parcels that its driver takes.</summary>
/// <param name="Account">The carrier account, as registered.</param>
/// <param name="Date">The day of hand-over.</param>
/// <param name="TrackingNumbers">The parcels; none where the carrier closes everything that waits.</param>
public sealed record CloseManifest(string Account, DateOnly Date, IReadOnlyList<TrackingNumber> TrackingNumbers) : IMessage;
