namespace Commerce.Agents.Domain.Inventory;

/// <summary>What is known of a product's demand and delivery, to find when and how much to buy.</summary>
public sealed record ReorderDemand
{
    /// <summary>Gets how many are sold in a day on average: 0 or more.</summary>
    public required decimal DailyMean { get; init; }

    /// <summary>Gets the standard deviation of a day's sales: 0 or more.</summary>
    public decimal DailyDeviation { get; init; }

    /// <summary>Gets the days from an order to its delivery: 0 or more.</summary>
    public required decimal LeadDays { get; init; }

    /// <summary>Gets the standard deviation of these days: 0 or more.</summary>
    public decimal LeadDeviation { get; init; }

    /// <summary>Gets the days between two orders.</summary>
    /// <value>The default is 7; 0 or more.</value>
    public decimal ReviewDays { get; init; } = 7;

    /// <summary>Gets how many deviations the safety stock covers.</summary>
    /// <value>The default is 1.645, which is 95 % of the cases; 0 or more.</value>
    public decimal ServiceFactor { get; init; } = 1.645m;
}
