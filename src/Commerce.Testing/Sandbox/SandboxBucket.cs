namespace Commerce.Testing.Sandbox;

/// <summary>A limit of calls, refilled by the sandbox's clock.</summary>
internal sealed class SandboxBucket(int capacity, TimeSpan refill, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double _tokens = capacity;
    private DateTimeOffset _last = clock.GetUtcNow();

    /// <summary>Gets how many calls are left.</summary>
    internal int Left
    {
        get
        {
            lock (_gate)
            {
                Refill();
                return (int)_tokens;
            }
        }
    }

    internal bool TryTake()
    {
        lock (_gate)
        {
            Refill();
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }

    private void Refill()
    {
        var now = clock.GetUtcNow();
        _tokens = Math.Min(capacity, _tokens + ((now - _last) / refill * capacity));
        _last = now;
    }
}
