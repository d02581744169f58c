namespace Commerce.Carriers;

/// <summary>How a service did on a lane within the window.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Service">The service.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Deliveries">The deliveries.</param>
/// <param name="OnTimeRate">The share that was on time, not smoothed: 0 to 1.</param>
/// <param name="MeanTransitDays">The mean of the calendar days on the way.</param>
/// <param name="NinetiethPercentileDays">The days within which nine of ten parcels arrived (nearest rank).</param>
public sealed record CarrierPerformance(
    CarrierCode Carrier, CarrierService Service, Lane Lane, int Deliveries, decimal OnTimeRate, decimal MeanTransitDays, int NinetiethPercentileDays);
