using Commerce.Payments.Commissions;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Records that a captured sale is a merchant's. Recorded again under the same key it counts once. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Key">The sale's name, the same when it is recorded again: 1 to 100 characters, such as the shipment's id.</param>
/// <param name="Lines">The lines of the merchant, at least one.</param>
/// <param name="MonthlyOrders">The orders a month that the merchant declared; 0 or more.</param>
/// <param name="DeliveredAt">When it was delivered, if it is already.</param>
public sealed record AccrueSale(
    TenantId Merchant, OrderId OrderId, string Key, IReadOnlyList<SaleLine> Lines, int MonthlyOrders = 0, DateTimeOffset? DeliveredAt = null) : IMessage;
