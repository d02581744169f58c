namespace Commerce.Agents.Domain.Inventory;

/// <summary>The units of a transfer have left. Answers with an <see cref="Answer"/>.</summary>
/// <param name="TransferId">The transfer.</param>
public sealed record DispatchTransfer(Guid TransferId) : IMessage;
