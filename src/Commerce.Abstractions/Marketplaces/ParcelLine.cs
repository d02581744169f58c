namespace Commerce.Marketplaces;

/// <summary>How many of a line are in a parcel.</summary>
public sealed record ParcelLine
{
    /// <summary>Gets the line.</summary>
    public required MarketplaceOrderLineId LineId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets how many: 1 or more.</summary>
    public required int Quantity { get; init => field = Guard.InRange(value, 1, 1_000_000); }

    /// <summary>Gets the numbers of the pieces; a marketplace without a place for them does not get them.</summary>
    public IReadOnlyList<ItemIdentifier> Identifiers { get; init => field = Guard.NoNulls(value); } = [];
}
