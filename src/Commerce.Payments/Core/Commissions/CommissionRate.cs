namespace Commerce.Payments.Commissions;

/// <summary>What the platform keeps of a line: a rate, a fixed fee, bounds, and when it holds.</summary>
public sealed record CommissionRate
{
    /// <summary>Gets the rate on the line's goods as a fraction: 0.15 is 15 %; 0 to 1.</summary>
    public required decimal Rate { get; init => field = Fraction(value, nameof(Rate)); }

    /// <summary>Gets the fixed fee for each line, added to the rate; zero or more.</summary>
    public Money? FixedFee { get; init => field = NotNegative(value, nameof(FixedFee)); }

    /// <summary>Gets the least commission of a line; never more than the line itself.</summary>
    public Money? Minimum { get; init => field = NotNegative(value, nameof(Minimum)); }

    /// <summary>Gets the greatest commission of a line.</summary>
    public Money? Maximum { get; init => field = NotNegative(value, nameof(Maximum)); }

    /// <summary>Gets the first day on which it holds, in UTC; always when not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets the last day on which it holds, in UTC; for ever when not given.</summary>
    public DateOnly? Until { get; init; }

    internal bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    internal static decimal Fraction(decimal value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1m, name);
        return value;
    }

    private static Money? NotNegative(Money? value, string name)
    {
        if (value is { } money)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(money.Amount, name);
        }

        return value;
    }
}
