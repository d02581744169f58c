namespace Commerce.Testing.Sandbox;

/// <summary>The double of a vendor that limits calls.</summary>
public abstract class LimitedSandboxVendor : SandboxVendor
{
    private SandboxBucket _bucket;

    private protected LimitedSandboxVendor(string name, TimeProvider clock, int calls, TimeSpan period)
        : base(name, clock) => _bucket = new SandboxBucket(calls, period, clock);

    /// <summary>Sets the limit of calls; the default is the vendor's own, or a generous one where it publishes none.</summary>
    /// <param name="calls">How many calls at once: 1 or more.</param>
    /// <param name="period">In which time they are given back, one by one.</param>
    public void Limit(int calls, TimeSpan period) => _bucket = new SandboxBucket(calls, period, Clock);

    private protected int CallsLeft => _bucket.Left;

    private protected bool TryTakeCall() => _bucket.TryTake();
}
