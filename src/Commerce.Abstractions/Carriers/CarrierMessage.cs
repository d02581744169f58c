namespace Commerce.Carriers;

/// <summary>What a carrier said beside its answer, or why it has none.</summary>
/// <param name="Carrier">Who says it.</param>
/// <param name="Message">The words, without personal data.</param>
/// <param name="Code">The carrier's code.</param>
/// <param name="Service">The service that it is about.</param>
public sealed record CarrierMessage(CarrierCode Carrier, string Message, string? Code = null, CarrierService? Service = null);
