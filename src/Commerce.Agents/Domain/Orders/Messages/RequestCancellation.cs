namespace Commerce.Agents.Domain.Orders;

/// <summary>Asks for the cancellation of an order. Answers with an <see cref="Answer"/>; <see cref="OrderCancellationReviewed"/> follows when it is decided.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">One of <see cref="CancellationReasons"/>.</param>
/// <param name="RequestedBy">Who asks: 1 to 200 characters.</param>
/// <param name="Note">More; at most 1 000 characters, needed for <see cref="CancellationReasons.Other"/>.</param>
public sealed record RequestCancellation(OrderId OrderId, string Reason, string RequestedBy, string? Note = null) : IMessage;
