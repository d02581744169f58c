namespace Commerce.Agents.Domain.Payments;

/// <summary>A merchant is owed another amount than before.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="Available">What the next run may pay out; below zero when the merchant owes it.</param>
/// <param name="Pending">What waits for delivery or the terms.</param>
/// <param name="Held">What is held.</param>
public sealed record MerchantBalanceChanged(TenantId Merchant, Money Available, Money Pending, Money Held) : IMessage;
