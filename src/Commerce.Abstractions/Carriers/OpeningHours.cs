namespace Commerce.Carriers;

/// <summary>One span of opening, local time.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="From">When it opens.</param>
/// <param name="To">When it closes.</param>
public sealed record OpeningHours(DayOfWeek Day, TimeOnly From, TimeOnly To);
