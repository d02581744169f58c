namespace Commerce.Testing.Sandbox;

/// <summary>A limit of calls, refilled by the sandbox's clock.</summary>
internal sealed class SandboxBucket(int capacity, TimeSpan refill, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double _tokens = capacity;
    private DateTimeOffset _last = clock.GetUtcNow();

    internal bool TryTake()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _tokens = Math.Min(capacity, _tokens + ((now - _last) / refill * capacity));
            _last = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
