namespace Commerce.Payments;

/// <summary>Adds up money.</summary>
internal static class MoneyTotals
{
    /// <summary>Adds amounts of one currency; none are zero.</summary>
    internal static Money Total<T>(this IEnumerable<T> items, Currency currency, Func<T, Money> amount) =>
        items.Aggregate(Money.Zero(currency), (sum, item) => sum + amount(item));
}
