namespace Commerce.Agents.Domain.Payments;

/// <summary>Records that a merchant bears a refund; its part of the commission comes back. Recorded again under the same key it counts once. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="SaleKey">The name of the sale.</param>
/// <param name="Key">The refund's name, the same when it is recorded again: 1 to 100 characters.</param>
/// <param name="Lines">What the buyer gets back, by the names of the sale's lines; each above 0.</param>
public sealed record AccrueRefund(TenantId Merchant, string SaleKey, string Key, IReadOnlyDictionary<string, Money> Lines) : IMessage;
