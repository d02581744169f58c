namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Forgets alerts that were resolved long ago.</summary>
public sealed record PurgeAlerts() : IMessage;
