namespace Commerce.Agents.Domain.Inventory;

/// <summary>A transfer does not happen: its units stay where they are.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Reason">Why.</param>
public sealed record TransferCancelled(Guid TransferId, string Reason) : IMessage;
