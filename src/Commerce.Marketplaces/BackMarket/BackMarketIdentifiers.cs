namespace Commerce.Marketplaces.BackMarket;

/// <summary>The numbers that are registered for the piece in a line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Imei">The IMEI.</param>
/// <param name="SerialNumber">The serial number.</param>
public sealed record BackMarketIdentifiers(MarketplaceOrderLineId LineId, string? Imei, string? SerialNumber);
