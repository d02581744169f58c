namespace Commerce.Samples.Platform.Demo;

/// <summary>Shows the time of a fast clock, and waits in real time: what clients of vendors need, whose deadlines are for real networks.</summary>
/// <param name="shown">The fast clock.</param>
internal sealed class VendorsClock(TimeProvider shown) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => shown.GetUtcNow();
}
