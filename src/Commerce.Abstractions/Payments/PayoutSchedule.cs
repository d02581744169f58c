namespace Commerce.Payments;

/// <summary>When an account is paid out.</summary>
public sealed record PayoutSchedule
{
    /// <summary>Gets how often.</summary>
    public required PayoutInterval Interval { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the days of the week, for <see cref="PayoutInterval.Weekly"/>.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init => field = Guard.NotNull(value); } = [];

    /// <summary>Gets the days of the month, 1 to 31, for <see cref="PayoutInterval.Monthly"/>; a day that a month lacks is its last.</summary>
    public IReadOnlyList<int> MonthDays
    {
        get;
        init
        {
            Guard.NotNull(value);
            foreach (var day in value)
            {
                Guard.InRange(day, 1, 31, nameof(MonthDays));
            }

            field = value;
        }
    } = [];

    /// <summary>Gets how long money waits before it is paid out, in days: 0 to 90; the gateway's least when not given.</summary>
    public int? DelayDays { get; init => field = value is null ? null : Guard.InRange(value.Value, 0, 90); }
}
