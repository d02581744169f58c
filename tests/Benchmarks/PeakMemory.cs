namespace Commerce.Benchmarks;

/// <summary>Samples the managed memory until it is stopped; what was there before does not count.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _sampler;
    private long _peak;

    internal PeakMemory()
    {
        _sampler = new Thread(() =>
        {
            while (!_stop.IsCancellationRequested)
            {
                _peak = Math.Max(_peak, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Yield();
            }
        });
        _sampler.Start();
    }

    public void Dispose() => _stop.Dispose();

    internal double StopMegabytes()
    {
        _stop.Cancel();
        _sampler.Join();
        return (_peak - _before) / 1048576d;
    }
}
