namespace Commerce.Agents.Domain.Inventory;

/// <summary>Keeps the units of a transfer that has not left where they are. Answers with an <see cref="Answer"/>.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Reason">Why: 1 to 200 characters.</param>
public sealed record CancelTransfer(Guid TransferId, string Reason) : IMessage;
