namespace Commerce.Agents.Domain.Shipping;

/// <summary>What is known of a carrier's service on a lane. A pure function of what arrived.</summary>
/// <param name="Deliveries">The deliveries.</param>
/// <param name="OnTime">Those that were on time.</param>
/// <param name="OnTimeRate">Their share: 0 to 1.</param>
/// <param name="MeanTransitDays">The mean of the calendar days on the way.</param>
/// <param name="NinetiethPercentileDays">The days within which nine of ten parcels arrived (nearest rank).</param>
/// <param name="LateIn30Days">The late deliveries of the last 30 days.</param>
public sealed record LaneFigures(int Deliveries, int OnTime, decimal OnTimeRate, decimal MeanTransitDays, int NinetiethPercentileDays, int LateIn30Days)
{
    private const int RecentDays = 30;

    /// <summary>Adds up what arrived.</summary>
    /// <param name="days">What arrived: at least one delivery.</param>
    /// <param name="today">Today.</param>
    /// <returns>The figures.</returns>
    public static LaneFigures Of(IReadOnlyList<LaneDay> days, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(days);
        var deliveries = days.Sum(static day => day.Deliveries);
        var onTime = days.Sum(static day => day.OnTime);
        var late = days.Where(day => day.Day >= today.AddDays(-RecentDays)).Sum(static day => day.Deliveries - day.OnTime);
        return new LaneFigures(
            deliveries, onTime, (decimal)onTime / deliveries, (decimal)days.Sum(static day => day.TransitDays * day.Deliveries) / deliveries,
            NinetiethPercentile(days, deliveries), late);
    }

    private static int NinetiethPercentile(IReadOnlyList<LaneDay> days, int deliveries)
    {
        var rank = ((deliveries * 9) + 9) / 10;
        foreach (var day in days.OrderBy(static day => day.TransitDays))
        {
            rank -= day.Deliveries;
            if (rank <= 0)
            {
                return day.TransitDays;
            }
        }

        return 0;
    }
}
