namespace Commerce.Marketplaces;

/// <summary>A part of an order line, in pieces and money.</summary>
public sealed record LineAmount
{
    /// <summary>Gets the line.</summary>
    public required MarketplaceOrderLineId LineId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets how many: 1 or more; absent when money alone goes back.</summary>
    public int? Quantity { get; init => field = value is null ? null : Guard.InRange(value.Value, 1, 1_000_000); }

    /// <summary>Gets the goods price of them all; the marketplace or the order's line tells it when not given.</summary>
    public Money? Goods { get; init => field = value is null ? null : Guard.NotNegative(value.Value); }

    /// <summary>Gets the shipping of them all.</summary>
    public Money? Shipping { get; init => field = value is null ? null : Guard.NotNegative(value.Value); }

    /// <summary>Gets the taxes on the goods by the marketplace's tax code, where it asks for them.</summary>
    public IReadOnlyDictionary<string, Money> Taxes { get; init => field = Guard.NotNull(value); } = new Dictionary<string, Money>();

    /// <summary>Gets the taxes on the shipping by the marketplace's tax code, where it asks for them.</summary>
    public IReadOnlyDictionary<string, Money> ShippingTaxes { get; init => field = Guard.NotNull(value); } = new Dictionary<string, Money>();
}
