namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>What the agent keeps that writes to the staff: nothing.</summary>
public sealed record StaffNotifications;
