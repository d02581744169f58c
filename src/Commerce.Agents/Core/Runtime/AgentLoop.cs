namespace Commerce.Agents.Runtime;

/// <summary>Does something again and again. An error backs off and is told once until it goes well again; a pass that hangs shows.</summary>
internal sealed class AgentLoop
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly AgentRuntime _runtime;
    private readonly Func<CancellationToken, Task> _pass;
    private long _passStarted;

    internal AgentLoop(AgentRuntime runtime, string name, Func<CancellationToken, Task> pass, CancellationToken stop)
    {
        _runtime = runtime;
        _pass = pass;
        Name = name;
        Ended = Task.Run(() => RunAsync(stop), CancellationToken.None);
    }

    internal string Name { get; }

    internal Task Ended { get; }

    /// <summary>Gets or sets a value indicating whether the loop waits for something to do, which may take for ever.</summary>
    internal bool IsWaiting { get; set; }

    /// <summary>Gets how long the current pass has been at work.</summary>
    internal TimeSpan Busy => IsWaiting || Ended.IsCompleted
        ? TimeSpan.Zero
        : TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _passStarted));

    private async Task RunAsync(CancellationToken stop)
    {
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            Interlocked.Exchange(ref _passStarted, TimeProvider.System.GetTimestamp());
            try
            {
                await _pass(stop).ConfigureAwait(false);
                if (failures > 0)
                {
                    _runtime.Log.LoopRecovered(Name, failures);
                    failures = 0;
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (RuntimeCrashedException exception)
            {
                _runtime.Crashed(exception);
                return;
            }
            catch (Exception exception)
            {
                if (failures++ == 0)
                {
                    _runtime.Log.LoopFailed(Name, exception);
                }

                if (!await BackOffAsync(failures, stop).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
    }

    internal static async Task<bool> BackOffAsync(int failures, CancellationToken stop)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(failures - 1, 10));
        try
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, TimeProvider.System, stop).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
