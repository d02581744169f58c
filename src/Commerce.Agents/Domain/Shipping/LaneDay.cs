namespace Commerce.Agents.Domain.Shipping;

/// <summary>What arrived on a day after so many days on the way.</summary>
/// <param name="Day">The day of arrival.</param>
/// <param name="TransitDays">The calendar days on the way.</param>
/// <param name="Deliveries">The deliveries.</param>
/// <param name="OnTime">Those that were on time.</param>
public sealed record LaneDay(DateOnly Day, int TransitDays, int Deliveries, int OnTime);
