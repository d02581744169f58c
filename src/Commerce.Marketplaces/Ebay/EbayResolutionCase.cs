namespace Commerce.Marketplaces.Ebay;

/// <summary>An inquiry about an item that did not arrive, or a case that eBay decides.</summary>
public sealed record EbayResolutionCase
{
    /// <summary>Gets eBay's key.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it is.</summary>
    public required EbayResolutionKind Kind { get; init; }

    /// <summary>Gets eBay's own word for where it is.</summary>
    public required string VendorState { get; init; }

    /// <summary>Gets when it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets until when the seller must answer.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Gets the number of the listing.</summary>
    public string? ItemId { get; init; }

    /// <summary>Gets the line of the order that it is about.</summary>
    public MarketplaceOrderLineId? LineId { get; init; }

    /// <summary>Gets what the buyer claims.</summary>
    public Money? Claim { get; init; }

    /// <summary>Gets it in eBay's own JSON, when asked for. Personal data: store it encrypted or not at all.</summary>
    public string? Raw { get; init; }

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Kind = ").Append(Kind).Append(", VendorState = ").Append(VendorState);
        return true;
    }
}
