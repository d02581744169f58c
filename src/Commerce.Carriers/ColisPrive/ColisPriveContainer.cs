namespace Commerce.Carriers.ColisPrive;

/// <summary>A container of parcels.</summary>
/// <param name="Code">Its code, for the vendor field <c>CntrCode</c>.</param>
/// <param name="Barcode">What its label's barcode says.</param>
/// <param name="Label">Its label.</param>
public sealed record ColisPriveContainer(string Code, string? Barcode, ShippingDocument Label);
