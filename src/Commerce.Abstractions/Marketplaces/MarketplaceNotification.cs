using System.Text;

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

    /// <summary>Gets the batch that it is about, when it is about one.</summary>
    public BatchId? BatchId { get; init; }

    /// <summary>Gets the marketplace's key of the buyer, when it is about one, such as whose data must be deleted. Personal data.</summary>
    public string? BuyerId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the notification in the vendor's own words. Personal data: store it encrypted or not at all.</summary>
    public string? Raw { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Type = ").Append(Type).Append(", At = ").Append(At)
            .Append(", OrderId = ").Append(OrderId).Append(", Sku = ").Append(Sku).Append(", BatchId = ").Append(BatchId);
        return true;
    }
}
