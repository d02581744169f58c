namespace Commerce.Carriers;

/// <summary>A span of days, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record DateRange(DateOnly From, DateOnly To);
