namespace Commerce.Agents.Domain.Payments;

/// <summary>Remembers what became of a buyer's order.</summary>
/// <param name="Customer">Who bought.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Event">What became of it.</param>
public sealed record RecordBuyerEvent(string Customer, OrderId OrderId, BuyerEvent Event) : IMessage;
