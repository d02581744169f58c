namespace Commerce.Testing;

/// <summary>Time that only moves when a test moves it. Timers fire in order of their due time, on the caller's thread.</summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<(TimeSpan Within, TaskCompletionSource Done)> _waiters = [];
    private DateTimeOffset _now;

    /// <summary>Creates a clock.</summary>
    /// <param name="start">The first time; 2026-03-02 09:00 UTC, a Monday, when not given.</param>
    public FakeClock(DateTimeOffset? start = null) => _now = start ?? new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Gets when the next timer is due; <see langword="null"/> when none is set.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count == 0 ? null : _timers.Min(timer => timer.Due);
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves time on, stopping at every due timer on the way.</summary>
    /// <param name="time">How far; zero fires what is due now.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + time);
    }

    /// <summary>Moves time on to a point, stopping at every due timer on the way.</summary>
    /// <param name="time">The point; nothing happens when it is in the past.</param>
    public void AdvanceTo(DateTimeOffset time)
    {
        while (true)
        {
            FakeTimer? due;
            lock (_gate)
            {
                due = _timers.Where(timer => timer.Due <= time).MinBy(timer => timer.Due);
                if (due is null)
                {
                    _now = _now < time ? time : _now;
                    return;
                }

                _now = _now < due.Due ? due.Due : _now;
                due.Rearm();
            }

            due.Fire();
        }
    }

    /// <summary>Waits until something has set a timer that is due soon: then the code under test is waiting.</summary>
    /// <param name="within">How soon, in virtual time.</param>
    /// <returns>A task that ends when there is such a timer; it fails after 30 real seconds.</returns>
    public Task WhenTimerAsync(TimeSpan within)
    {
        lock (_gate)
        {
            if (_timers.Any(timer => timer.Due <= _now + within))
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((within, waiter));
            return waiter.Task.WaitAsync(TimeSpan.FromSeconds(30), System);
        }
    }

    private void Changed(FakeTimer timer, bool isSet)
    {
        _timers.Remove(timer);
        if (!isSet)
        {
            return;
        }

        _timers.Add(timer);
        foreach (var waiter in _waiters.Where(waiter => timer.Due <= _now + waiter.Within).ToList())
        {
            _waiters.Remove(waiter);
            waiter.Done.TrySetResult();
        }
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                var isSet = dueTime != Timeout.InfiniteTimeSpan;
                Due = isSet ? clock._now + dueTime : DateTimeOffset.MaxValue;
                clock.Changed(this, isSet);
            }

            return true;
        }

        public void Fire() => callback(state);

        /// <summary>Sets the timer for its next period, or takes it out; called under the clock's lock.</summary>
        public void Rearm()
        {
            var repeats = _period > TimeSpan.Zero;
            Due = repeats ? Due + _period : DateTimeOffset.MaxValue;
            clock.Changed(this, repeats);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
