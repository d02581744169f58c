namespace Commerce.Carriers;

/// <summary>What a carrier must be able to do for a shipment.</summary>
public sealed record SelectionRequirements
{
    /// <summary>Gets the day of hand-over, from which transit days count.</summary>
    public required DateOnly HandOver { get; init; }

    /// <summary>Gets the day by which it must arrive; business days without Saturdays and Sundays count.</summary>
    public DateOnly? RequiredBy { get; init; }

    /// <summary>Gets the slowest level that will do.</summary>
    public ServiceLevel? MinLevel { get; init; }

    /// <summary>Gets how the level of a quote is found; a quote whose level is not known passes.</summary>
    public Func<RateQuote, ServiceLevel?> LevelOf { get; init; } = static _ => null;

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
