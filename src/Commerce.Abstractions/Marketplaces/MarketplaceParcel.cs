namespace Commerce.Marketplaces;

/// <summary>A parcel of an order, as told to or by a marketplace.</summary>
public sealed record MarketplaceParcel
{
    /// <summary>Gets the key of the parcel within its order, by which its outcome is told and it is corrected later; 1 to 50 characters.</summary>
    /// <remarks>A marketplace may be strict about it: Amazon takes whole numbers from 1 on.</remarks>
    public string? Reference { get; init => field = value is null ? null : Guard.Text(value, 50); }

    /// <summary>Gets the tracking number; 1 to 200 characters; absent for a parcel that cannot be followed.</summary>
    public string? TrackingNumber { get; init => field = value is null ? null : Guard.Text(value, 200); }

    /// <summary>Gets what names the parcel in outcomes: <see cref="Reference"/>, else <see cref="TrackingNumber"/>, else an empty text.</summary>
    public string Key => Reference ?? TrackingNumber ?? "";

    /// <summary>Gets the carrier in the marketplace's own code, when it has one.</summary>
    public string? CarrierCode { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the name of the carrier.</summary>
    public string? CarrierName { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the page where the buyer can follow it.</summary>
    public Uri? TrackingUrl { get; init; }

    /// <summary>Gets the carrier's service, in the marketplace's code or the carrier's name for it.</summary>
    public string? Service { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets when it was handed over; <see cref="ShipOrderRequest.ShippedAt"/> when not given.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>Gets the marketplace's own word for where the parcel is, when it was told by one.</summary>
    public string? VendorState { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets what is inside; empty for everything that is left.</summary>
    public IReadOnlyList<ParcelLine> Lines { get; init => field = Guard.NoNulls(value); } = [];
}
