namespace Commerce.Http;

/// <summary>A limit as it stands now. Thread-safe.</summary>
public sealed class RateLimitState
{
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private double _tokens;
    private double _perSecond;
    private int _capacity;
    private DateTimeOffset _last;
    private DateTimeOffset _blockedUntil = DateTimeOffset.MinValue;
    private int _waiting;

    internal RateLimitState(RateLimit limit, TimeProvider clock)
    {
        _clock = clock;
        _last = clock.GetUtcNow();
        Name = limit.Name;
        _capacity = limit.Calls;
        _tokens = limit.Calls;
        _perSecond = limit.Calls / limit.Period.TotalSeconds;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the greatest number of calls at once.</summary>
    public int Limit
    {
        get
        {
            lock (_gate)
            {
                return _capacity;
            }
        }
    }

    /// <summary>Gets how many calls can be made now without waiting; negative when calls wait already.</summary>
    public int Remaining
    {
        get
        {
            lock (_gate)
            {
                Refill();
                return (int)Math.Floor(_tokens);
            }
        }
    }

    /// <summary>Gets how many calls wait for their place now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Gets when a call that is made now would be sent; now when it need not wait.</summary>
    public DateTimeOffset NextCallAt
    {
        get
        {
            lock (_gate)
            {
                Refill();
                return _clock.GetUtcNow() + Wait();
            }
        }
    }

    /// <summary>Gets when the limit is full again.</summary>
    public DateTimeOffset ResetsAt
    {
        get
        {
            lock (_gate)
            {
                Refill();
                var full = _last + TimeSpan.FromSeconds(Math.Max(0, _capacity - _tokens) / _perSecond);
                return full > _blockedUntil ? full : _blockedUntil;
            }
        }
    }

    /// <summary>Corrects the limit by what the vendor said.</summary>
    /// <param name="remaining">The calls left, when it said so.</param>
    /// <param name="callsPerSecond">The rate, when it said so.</param>
    /// <param name="blockedFor">How long no call is taken, when it said so.</param>
    public void Correct(int? remaining = null, double? callsPerSecond = null, TimeSpan? blockedFor = null)
    {
        lock (_gate)
        {
            Refill();
            if (remaining is { } left)
            {
                _capacity = Math.Max(_capacity, left);
                _tokens = Math.Min(_tokens, left);
            }

            if (callsPerSecond is > 0 and var rate)
            {
                _perSecond = rate;
            }

            if (blockedFor is { } time && _clock.GetUtcNow() + time > _blockedUntil)
            {
                _blockedUntil = _clock.GetUtcNow() + time;
            }
        }
    }

    /// <summary>Takes one call, at once or in the future, unless that would be later than allowed.</summary>
    internal bool TryReserve(TimeSpan maxWait, out TimeSpan wait)
    {
        lock (_gate)
        {
            Refill();
            wait = Wait();
            if (wait > maxWait)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }

    internal void GiveBack()
    {
        lock (_gate)
        {
            _tokens = Math.Min(_capacity, _tokens + 1);
        }
    }

    internal void BeginWaiting() => Interlocked.Increment(ref _waiting);

    internal void EndWaiting() => Interlocked.Decrement(ref _waiting);

    private TimeSpan Wait()
    {
        var wait = _tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - _tokens) / _perSecond);
        var blocked = _blockedUntil - _clock.GetUtcNow();
        return blocked > wait ? blocked : wait;
    }

    private void Refill()
    {
        var now = _clock.GetUtcNow();
        _tokens = Math.Min(_capacity, _tokens + (Math.Max(0, (now - _last).TotalSeconds) * _perSecond));
        _last = now;
    }
}
