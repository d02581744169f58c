namespace Commerce.Marketplaces;

/// <summary>A carrier as a marketplace names it.</summary>
/// <param name="Code">The code to send.</param>
/// <param name="Name">The name for people.</param>
/// <param name="StandardCode">The platform-wide code, where operators name carriers differently.</param>
/// <param name="TrackingUrlTemplate">The tracking page, with the vendor's own place-holder.</param>
public sealed record MarketplaceCarrier(
    string Code, string Name, string? StandardCode = null, string? TrackingUrlTemplate = null);
