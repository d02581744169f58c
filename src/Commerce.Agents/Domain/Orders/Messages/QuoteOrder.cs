namespace Commerce.Agents.Domain.Orders;

/// <summary>Asks what an order would cost; nothing is stored. Answered by <see cref="OrderReceipt"/> without a number.</summary>
/// <param name="OrderId">Any id.</param>
/// <param name="Draft">What would be ordered.</param>
public sealed record QuoteOrder(OrderId OrderId, OrderDraft Draft) : IMessage;
