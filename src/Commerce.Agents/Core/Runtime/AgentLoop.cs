namespace Commerce.Agents.Runtime;

/// <summary>Does something again and again. An error backs off and is told once until it goes well again.</summary>
internal sealed class AgentLoop
{
    private readonly AgentRuntime _runtime;
    private readonly string _name;
    private readonly Func<CancellationToken, Task> _pass;

    internal AgentLoop(AgentRuntime runtime, string name, Func<CancellationToken, Task> pass, CancellationToken stop)
    {
        _runtime = runtime;
        _name = name;
        _pass = pass;
        Ended = Task.Run(() => RunAsync(stop), CancellationToken.None);
    }

    internal Task Ended { get; }

    private async Task RunAsync(CancellationToken stop)
    {
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (failures > 0)
                {
                    await Task.Delay(BackOff.After(failures), TimeProvider.System, stop).ConfigureAwait(false);
                }

                await _pass(stop).ConfigureAwait(false);
                if (failures > 0)
                {
                    _runtime.Log.LoopRecovered(_name, failures);
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
                    _runtime.Log.LoopFailed(_name, exception);
                }
            }
        }
    }
}
