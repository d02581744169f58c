using System.Text;

namespace Commerce.Marketplaces;

/// <summary>An order as a marketplace sees it, in common words, with the vendor's words beside them.</summary>
public sealed record MarketplaceOrder
{
    /// <summary>Gets the marketplace's key.</summary>
    public required MarketplaceOrderId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the platform.</summary>
    public required MarketplaceCode Marketplace { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the number that the buyer sees; it may group several orders.</summary>
    public string? CommercialId { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets where it is.</summary>
    public required MarketplaceOrderState State { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the vendor's own word for that.</summary>
    public required string VendorState { get; init => field = Guard.OptionalText(value ?? "", 100)!; }

    /// <summary>Gets a value indicating whether the buyer asked to cancel; the state does not change by that.</summary>
    public bool IsCancellationRequested { get; init; }

    /// <summary>Gets a value indicating whether the buyer has an open complaint.</summary>
    public bool HasIncident { get; init; }

    /// <summary>Gets when it was placed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed; absent where the marketplace keeps no such time: compare the content then.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets until when it must be accepted.</summary>
    public DateTimeOffset? AcceptBy { get; init; }

    /// <summary>Gets until when it must be shipped.</summary>
    public DateTimeOffset? ShipBy { get; init; }

    /// <summary>Gets the lines, at least one.</summary>
    public required IReadOnlyList<MarketplaceOrderLine> Lines { get; init => field = Guard.NotEmpty(value, 1000); }

    /// <summary>Gets the sums; absent as long as the marketplace does not tell them, such as before payment.</summary>
    public OrderAmounts? Amounts { get; init; }

    /// <summary>Gets a value indicating whether line and shipping prices hold the tax; absent when the marketplace does not tell.</summary>
    public bool? PricesIncludeTax { get; init; }

    /// <summary>Gets the buyer; some marketplaces show them only after acceptance or payment.</summary>
    public MarketplaceBuyer? Buyer { get; init; }

    /// <summary>Gets where to ship; absent as long as the marketplace hides it.</summary>
    public Party? ShipTo { get; init; }

    /// <summary>Gets where to bill.</summary>
    public Party? BillTo { get; init; }

    /// <summary>Gets the pickup point that the buyer chose.</summary>
    public string? PickupPointId { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the shipping method that the buyer chose, in the vendor's code.</summary>
    public string? ShippingMethod { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the parcels that the marketplace knows.</summary>
    public IReadOnlyList<MarketplaceParcel> Parcels { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the order in the vendor's own JSON, when asked for. Personal data: store it encrypted or not at all.</summary>
    public string? Raw { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Marketplace = ").Append(Marketplace)
            .Append(", State = ").Append(State).Append(", VendorState = ").Append(VendorState);
        return true;
    }
}
