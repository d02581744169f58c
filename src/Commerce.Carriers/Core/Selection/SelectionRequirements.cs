namespace Commerce.Carriers;

/// <summary>What a carrier must be able to do for a shipment.</summary>
public sealed record SelectionRequirements
{
    /// <summary>Gets the day of hand-over, from which transit days count.</summary>
    public required DateOnly HandOver { get; init; }

    /// <summary>Gets the day by which it must arrive; business days without Saturdays and Sundays count.</summary>
    public DateOnly? RequiredBy { get; init; }

    /// <summary>Gets the slowest level that will do; a quote whose level is not known passes.</summary>
    public ServiceLevel? MinLevel { get; init; }

    /// <summary>Gets a value indicating whether a slower service is taken when none of <see cref="MinLevel"/> is there.</summary>
    public bool AllowServiceFallback { get; init; }

    /// <summary>Gets the currency in which prices are compared; that of the most quotes when not given.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Gets another hard filter: why a quote will not do, or <see langword="null"/> when it will.</summary>
    public Func<RateQuote, string?> Objection { get; init; } = static _ => null;

    /// <summary>Gets what was measured of a quote's service on the lane, for a caller that keeps its own history.</summary>
    /// <value>The default is <see langword="null"/> for all: the <see cref="CarrierManager"/> goes by the deliveries that it was told.</value>
    public Func<RateQuote, CarrierPerformance?> Performance { get; init; } = static _ => null;

    /// <summary>Finds the day on which a quote's parcel arrives: the carrier's own promise, else the hand-over and its transit days.</summary>
    /// <param name="quote">The quote.</param>
    /// <returns>The day, or <see langword="null"/> when the carrier told neither.</returns>
    public DateOnly? ArrivalOf(RateQuote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return quote switch
        {
            { DeliveryBy: { } promised } => DateOnly.FromDateTime(promised.Date),
            { TransitDays: { } days } => AddBusinessDays(HandOver, days),
            _ => null,
        };
    }

    private static DateOnly AddBusinessDays(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                days--;
            }
        }

        return day;
    }
}
