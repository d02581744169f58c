namespace Commerce.Carriers.Tariffs;

/// <summary>The price of one service, before surcharges.</summary>
/// <param name="Row">The row; of the first parcel when each has its own.</param>
/// <param name="Base">The price.</param>
/// <param name="TransitDays">The days on the way.</param>
internal readonly record struct PriceHit(TariffRow Row, decimal Base, int? TransitDays);
