namespace Commerce.Carriers.Tariffs;

/// <summary>What a word of a price list means.</summary>
/// <param name="Service">The service, in the carrier's code.</param>
/// <param name="Level">Its speed.</param>
public sealed record TariffService(CarrierService Service, ServiceLevel Level = ServiceLevel.Standard);
