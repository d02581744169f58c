namespace Commerce.Marketplaces;

/// <summary>What a marketplace took of a shipment.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Parcels">The outcome of each parcel, by <see cref="MarketplaceParcel.Key"/>.</param>
/// <param name="WasAlreadyShipped">Whether the marketplace had it before.</param>
public sealed record OrderShipped(
    MarketplaceOrderId OrderId, IReadOnlyList<ItemOutcome<string>> Parcels, bool WasAlreadyShipped = false);
