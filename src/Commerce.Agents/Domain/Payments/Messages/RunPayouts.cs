namespace Commerce.Agents.Domain.Payments;

/// <summary>Pays out what was due at the start of the period; once for each merchant, period and currency, however often it is sent. Answered by a <see cref="PayoutRunAnswer"/>.</summary>
/// <param name="Date">A day of the current period, in UTC; today when not given.</param>
public sealed record RunPayouts(DateOnly? Date = null) : IMessage;
