namespace Commerce.Agents.Domain.Inventory;

/// <summary>Compares every level with the sum of its movements. Sent every night.</summary>
public sealed record ReconcileStock : IMessage;
