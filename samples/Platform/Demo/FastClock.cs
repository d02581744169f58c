namespace Commerce.Samples.Platform.Demo;

/// <summary>A clock on which an hour takes a second.</summary>
internal sealed class FastClock(double speed) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _startStamp = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_startStamp) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Real(dueTime), Real(period)), Real);

    private TimeSpan Real(TimeSpan time) => time > TimeSpan.Zero ? time / speed : time;

    private sealed class FastTimer(ITimer timer, Func<TimeSpan, TimeSpan> real) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(real(dueTime), real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
