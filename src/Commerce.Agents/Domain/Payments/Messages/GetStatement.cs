namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks what a merchant is owed and what a payout was made of. Answered by a <see cref="MerchantStatement"/>.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="Period">The period of the payout, by the day of its run; balances only when not given.</param>
/// <param name="Currency">The payout's currency; euros when not given.</param>
public sealed record GetStatement(TenantId Merchant, DateOnly? Period = null, Currency? Currency = null) : IMessage;
