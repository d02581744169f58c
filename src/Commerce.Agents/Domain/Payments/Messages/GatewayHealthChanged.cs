namespace Commerce.Agents.Domain.Payments;

/// <summary>A gateway no longer answers as it should, or does again.</summary>
/// <param name="Gateway">The name under which it was registered.</param>
/// <param name="IsHealthy">Whether it answers, in time.</param>
/// <param name="Latency">How long the last answer, or the failure, took.</param>
public sealed record GatewayHealthChanged(string Gateway, bool IsHealthy, TimeSpan Latency) : IMessage;
