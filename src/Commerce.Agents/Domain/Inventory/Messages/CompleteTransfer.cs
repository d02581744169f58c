namespace Commerce.Agents.Domain.Inventory;

/// <summary>The units of a transfer have arrived. Answers with an <see cref="Answer"/>; <see cref="StockTransferred"/> follows.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Received">How many arrived in good order: 0 to what was sent. What is missing is told as a loss.</param>
public sealed record CompleteTransfer(Guid TransferId, int Received) : IMessage;
