namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Reads how the system is. Answers with a <see cref="MonitoringOverview"/>.</summary>
public sealed record GetOverview() : IMessage;
