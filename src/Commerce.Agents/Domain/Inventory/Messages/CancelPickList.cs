namespace Commerce.Agents.Domain.Inventory;

/// <summary>Stops picking one part of an order. Units that were picked go back. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Reason">Why: 1 to 200 characters.</param>
/// <param name="IsOrderCancelled">Whether the order itself is cancelled: what was completed is then not packed any more.</param>
public sealed record CancelPickList(OrderId OrderId, int Part, string Reason, bool IsOrderCancelled = false) : IMessage;
