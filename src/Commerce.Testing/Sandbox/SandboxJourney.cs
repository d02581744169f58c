using Commerce.Carriers;

namespace Commerce.Testing.Sandbox;

/// <summary>How a parcel travels: the hours after its creation at which it reaches each status. Invented, the same for all carriers.</summary>
internal static class SandboxJourney
{
    private static readonly (double Hours, TrackingStatus Status)[] Steps =
    [
        (0, TrackingStatus.Created),
        (4, TrackingStatus.PickedUp),
        (9, TrackingStatus.InTransit),
        (20, TrackingStatus.OutForDelivery),
        (24, TrackingStatus.Delivered),
    ];

    /// <summary>Gives what has happened up to now, oldest first.</summary>
    internal static IEnumerable<(DateTimeOffset At, TrackingStatus Status)> Until(DateTimeOffset created, DateTimeOffset now) =>
        Steps.Select(step => (At: created.AddHours(step.Hours), step.Status)).Where(step => step.At <= now);
}
