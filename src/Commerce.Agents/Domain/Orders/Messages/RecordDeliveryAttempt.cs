namespace Commerce.Agents.Domain.Orders;

/// <summary>A carrier stood at the door; answered by <see cref="Answer"/>. After three that failed the parcel goes back to the sender.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Result">What came of it.</param>
public sealed record RecordDeliveryAttempt(OrderId OrderId, DeliveryResult Result) : IMessage;
