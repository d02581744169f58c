namespace Commerce.Marketplaces.Cdiscount;

/// <summary>A reason that Octopia takes for a cancellation.</summary>
/// <param name="Code">The code for <see cref="CancelOrderRequest.VendorReason"/>: <c>seller-out-of-stock</c>.</param>
/// <param name="Label">The text for people; absent when it has none.</param>
public sealed record CdiscountCancellationReason(string Code, string? Label = null);
