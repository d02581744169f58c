namespace Commerce.Agents.Domain.Inventory;

/// <summary>How a supplier did lately. What there is no data for is not given: it is no zero.</summary>
public sealed record SupplierPerformance
{
    /// <summary>Gets the supplier's code.</summary>
    public required string Supplier { get; init; }

    /// <summary>Gets how many purchase orders were looked at.</summary>
    public required int Orders { get; init; }

    /// <summary>Gets the share of orders that were complete on their day: 0 to 1.</summary>
    public decimal? OnTimeRate { get; init; }

    /// <summary>Gets the days from sending to the last delivery, on average.</summary>
    public decimal? LeadDays { get; init; }

    /// <summary>Gets the standard deviation of these days; needs two orders.</summary>
    public decimal? LeadDeviation { get; init; }

    /// <summary>Gets how near the first delivery was to what was ordered: 0 to 1.</summary>
    public decimal? QuantityAccuracy { get; init; }

    /// <summary>Gets the share of units that were not good: 0 to 1.</summary>
    public decimal? DefectRate { get; init; }

    /// <summary>Gets how steady prices were: 1 when they never changed; needs a product that was bought twice.</summary>
    public decimal? PriceStability { get; init; }

    /// <summary>Gets the score of what is known: 0 to 100; nothing when nothing is.</summary>
    public decimal? Score { get; init; }

    /// <summary>Gets what made the score; parts without data are missing, and the others count for them.</summary>
    public IReadOnlyList<DecisionPart> Parts { get; init; } = [];
}
