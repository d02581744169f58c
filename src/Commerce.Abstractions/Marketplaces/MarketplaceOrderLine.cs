namespace Commerce.Marketplaces;

/// <summary>One line of an order.</summary>
public sealed record MarketplaceOrderLine
{
    /// <summary>Gets the marketplace's key.</summary>
    public required MarketplaceOrderLineId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the seller's SKU; absent when the offer has none.</summary>
    public Sku? Sku { get; init; }

    /// <summary>Gets the marketplace's own product number.</summary>
    public string? VendorProductId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init => field = Guard.OptionalText(value ?? "", 1000)!; }

    /// <summary>Gets how many: 1 or more.</summary>
    public required int Quantity { get; init => field = Guard.InRange(value, 1, 1_000_000); }

    /// <summary>Gets the price of one; absent as long as the marketplace does not tell it, such as before payment.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>Gets the price of the goods of this line, without shipping; absent as long as the marketplace does not tell it.</summary>
    public Money? GoodsPrice { get; init; }

    /// <summary>Gets the shipping of this line; absent when the marketplace does not tell it.</summary>
    public Money? Shipping { get; init; }

    /// <summary>Gets the tax on goods and shipping; absent when the marketplace reports none.</summary>
    public Money? Tax { get; init; }

    /// <summary>Gets the taxes on the goods by the marketplace's tax code; empty where it has no codes. They are a part of <see cref="Tax"/>.</summary>
    public IReadOnlyDictionary<string, Money> Taxes { get; init => field = Guard.NotNull(value); } = new Dictionary<string, Money>();

    /// <summary>Gets the taxes on the shipping by the marketplace's tax code; empty where it has no codes. They are a part of <see cref="Tax"/>.</summary>
    public IReadOnlyDictionary<string, Money> ShippingTaxes { get; init => field = Guard.NotNull(value); } = new Dictionary<string, Money>();

    /// <summary>Gets the commission, positive; absent when the marketplace does not say.</summary>
    public Money? Commission { get; init; }

    /// <summary>Gets the vendor's own word for the state.</summary>
    public string? VendorState { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets how many of them are cancelled.</summary>
    public int CancelledQuantity { get; init => field = Guard.InRange(value, 0, 1_000_000); }

    /// <summary>Gets what was paid back.</summary>
    public Money? Refunded { get; init; }

    /// <summary>Gets who ships it; what the marketplace ships is neither reserved nor shipped by the seller.</summary>
    /// <value>The default is the seller.</value>
    public FulfilmentParty FulfilledBy { get; init => field = Guard.NotDefault(value); } = FulfilmentParty.Seller;

    /// <summary>Gets a value indicating whether the buyer asked to cancel this line; the state does not change by that.</summary>
    public bool IsCancellationRequested { get; init; }
}
