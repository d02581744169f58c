namespace Commerce.Marketplaces;

/// <summary>A parcel of an order, as told to or by a marketplace.</summary>
public sealed record MarketplaceParcel
{
    /// <summary>Gets the tracking number; 1 to 200 characters.</summary>
    public required string TrackingNumber { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets the carrier in the marketplace's own code, when it has one.</summary>
    public string? CarrierCode { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the name of the carrier.</summary>
    public string? CarrierName { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the page where the buyer can follow it.</summary>
    public Uri? TrackingUrl { get; init; }

    /// <summary>Gets what is inside; empty for everything that is left.</summary>
    public IReadOnlyList<ParcelLine> Lines { get; init => field = Guard.NoNulls(value); } = [];
}
