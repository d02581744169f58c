namespace Commerce.Payments.Payouts;

/// <summary>Configures the payout engine.</summary>
public sealed class PayoutOptions
{
    /// <summary>Gets or sets the name of the gateway account that pays out.</summary>
    /// <value>The default is <c>stripe</c>.</value>
    public string Account { get; set; } = "stripe";

    /// <summary>Gets or sets the time from delivery until a sale can be paid out.</summary>
    /// <value>The default is 15 days; 0 to 180 days.</value>
    public TimeSpan Terms { get; set => field = Bounded(value, TimeSpan.FromDays(180)); } = TimeSpan.FromDays(15);

    /// <summary>Gets or sets the day of the week of the run.</summary>
    /// <value>The default is Monday.</value>
    public DayOfWeek Day { get; set; } = DayOfWeek.Monday;

    /// <summary>Gets or sets the time of the run, in UTC.</summary>
    /// <value>The default is 02:00.</value>
    public TimeOnly Time { get; set; } = new(2, 0);

    /// <summary>Gets or sets the least amount that is paid out, in the payout's currency; less is carried.</summary>
    /// <value>The default is 25.</value>
    public decimal Minimum
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 25m;

    /// <summary>Gets the least amounts of currencies that need another one.</summary>
    public IDictionary<Currency, decimal> Minimums { get; } = new Dictionary<Currency, decimal>();

    /// <summary>Gets or sets the part of sales that is kept back for refunds to come, as a fraction.</summary>
    /// <value>The default is 0; 0 to 1.</value>
    public decimal ReserveRate
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1m);
            field = value;
        }
    }

    /// <summary>Gets or sets how long it is kept back.</summary>
    /// <value>The default is 90 days; 0 to 365 days.</value>
    public TimeSpan ReserveTime { get; set => field = Bounded(value, TimeSpan.FromDays(365)); } = TimeSpan.FromDays(90);

    /// <summary>Gets or sets how long no payout is begun after bank details were changed.</summary>
    /// <value>The default is 48 hours; 0 to 30 days.</value>
    public TimeSpan BankChangeBlock { get; set => field = Bounded(value, TimeSpan.FromDays(30)); } = TimeSpan.FromHours(48);

    /// <summary>Gets or sets how long a payout is expected to take when the gateway does not tell.</summary>
    /// <value>The default is 3 days; 0 to 30 days.</value>
    public TimeSpan ArrivalEstimate { get; set => field = Bounded(value, TimeSpan.FromDays(30)); } = TimeSpan.FromDays(3);

    internal decimal MinimumOf(Currency currency) => Minimums.TryGetValue(currency, out var minimum) ? minimum : Minimum;

    /// <summary>Finds the start of the period in which a time lies: the last run at or before it.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The start, in UTC.</returns>
    public DateTimeOffset PeriodAt(DateTimeOffset now)
    {
        var utc = now.UtcDateTime;
        var days = ((int)utc.DayOfWeek - (int)Day + 7) % 7;
        var start = DateOnly.FromDateTime(utc).AddDays(-days).ToDateTime(Time, DateTimeKind.Utc);
        return new DateTimeOffset(start > utc ? start.AddDays(-7) : start);
    }

    private static TimeSpan Bounded(TimeSpan value, TimeSpan most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
