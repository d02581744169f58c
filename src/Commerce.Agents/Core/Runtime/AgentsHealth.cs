using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Commerce.Agents.Runtime;

/// <summary>Whether the loops are alive.</summary>
internal sealed class AgentsLiveCheck(AgentRuntime runtime) : IHealthCheck
{
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMinutes(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (runtime.HasCrashed || runtime.State == AgentRuntimeState.Error)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The agents' loops have ended: restart the process."));
        }

        var busy = runtime.LongestBatch;
        return Task.FromResult(busy < LongestBatch
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"A lane has been busy with one batch for {busy.TotalSeconds:F0} s: a handler hangs."));
    }
}

/// <summary>Whether messages are being handled in time, and none are given up.</summary>
internal sealed class AgentsReadyCheck(AgentRuntime runtime) : IHealthCheck
{
    private static readonly TimeSpan StoreSilence = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (runtime.State != AgentRuntimeState.Running)
        {
            return HealthCheckResult.Unhealthy($"The agents are {runtime.State}.");
        }

        // A durable store is measured by a loop of its own; a check must not add to its load, nor hang with it.
        var isMeasured = runtime.Store.LookInterval is not null;
        if (isMeasured && runtime.Measured is null)
        {
            return HealthCheckResult.Unhealthy("The store has not answered yet.");
        }

        if (isMeasured && TimeProvider.System.GetElapsedTime(runtime.MeasuredAt) is var silence && silence > StoreSilence)
        {
            return HealthCheckResult.Unhealthy($"The store has not answered for {silence.TotalSeconds:F0} s.");
        }

        var status = runtime.Measured ?? await runtime.Store.MeasureAsync().ConfigureAwait(false);
        var data = new Dictionary<string, object>
        {
            ["pending"] = runtime.Transport.Pending,
            ["outbox"] = status.OutboxDepth,
            ["parked"] = status.ParkedKeys,
            ["deadLetters"] = status.DeadLetters,
            ["shards"] = status.OwnedShards,
        };
        var complaint = runtime.Transport.Complaint
            ?? (status.OutboxAge > LongestWait ? $"The oldest message waits for {status.OutboxAge.TotalSeconds:F0} s." : null)
            ?? (status.ScheduleLag > LongestWait ? $"Schedules are {status.ScheduleLag.TotalSeconds:F0} s late." : null)
            ?? (status.ParkedKeys > 0 ? $"{status.ParkedKeys} keys are parked." : null);
        return complaint is null ? HealthCheckResult.Healthy("Running.", data) : HealthCheckResult.Degraded(complaint, data: data);
    }
}
