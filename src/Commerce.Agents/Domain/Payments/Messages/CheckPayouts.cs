namespace Commerce.Agents.Domain.Payments;

/// <summary>Looks what has become of a merchant's payouts of a period, and tells what is new.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="Period">The period, by the day of its run.</param>
public sealed record CheckPayouts(TenantId Merchant, DateOnly Period) : IMessage;
