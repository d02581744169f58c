using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Commerce.Agents.Runtime;

/// <summary>Whether the loops are alive.</summary>
internal sealed class AgentsLiveCheck(AgentRuntime runtime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(runtime.HasCrashed || runtime.State == AgentRuntimeState.Error
            ? HealthCheckResult.Unhealthy("The agents' loops have ended: restart the process.")
            : HealthCheckResult.Healthy());
}

/// <summary>Whether messages are being handled, and none are given up.</summary>
internal sealed class AgentsReadyCheck(AgentRuntime runtime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (runtime.State != AgentRuntimeState.Running)
        {
            return HealthCheckResult.Unhealthy($"The agents are {runtime.State}.");
        }

        var data = new Dictionary<string, object> { ["pending"] = runtime.Transport.Pending };
        var parked = await runtime.Store.ListParkedAsync().ConfigureAwait(false);
        return parked.Count == 0
            ? HealthCheckResult.Healthy("Running.", data)
            : HealthCheckResult.Degraded($"{parked.Count} keys are parked.", data: data);
    }
}
