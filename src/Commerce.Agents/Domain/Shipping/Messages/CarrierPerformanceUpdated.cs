using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>The punctuality of a carrier's service on a lane has moved.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Service">The service.</param>
/// <param name="Lane">The lane.</param>
/// <param name="OnTimeRate">The share that was on time within the window, not smoothed: 0 to 1.</param>
/// <param name="Deliveries">The deliveries within the window.</param>
/// <param name="LateIn30Days">Those of the last 30 days that were late.</param>
public sealed record CarrierPerformanceUpdated(
    CarrierCode Carrier, CarrierService Service, Lane Lane, decimal OnTimeRate, int Deliveries, int LateIn30Days) : IMessage;
