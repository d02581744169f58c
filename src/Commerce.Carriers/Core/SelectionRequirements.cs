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
}
