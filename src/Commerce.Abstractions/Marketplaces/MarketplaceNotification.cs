namespace Commerce.Marketplaces;

/// <summary>Something that a marketplace pushed: read the thing again, a notification is only a hint.</summary>
public sealed record MarketplaceNotification
{
    /// <summary>Gets the marketplace's key; the same one may come twice.</summary>
    public required string Id { get; init => field = Guard.Text(value, 300); }

    /// <summary>Gets what happened, in the marketplace's word.</summary>
    public required string Type { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the order that it is about, when it is about one.</summary>
    public MarketplaceOrderId? OrderId { get; init; }

    /// <summary>Gets the SKU that it is about, when it is about one.</summary>
    public Sku? Sku { get; init; }
}
