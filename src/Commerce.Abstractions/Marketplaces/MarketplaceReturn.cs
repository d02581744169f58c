using System.Text;

namespace Commerce.Marketplaces;

/// <summary>A return.</summary>
public sealed record MarketplaceReturn
{
    /// <summary>Gets the marketplace's key.</summary>
    public required MarketplaceReturnId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets where it is.</summary>
    public required MarketplaceReturnState State { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the vendor's own word for that.</summary>
    public required string VendorState { get; init => field = Guard.OptionalText(value ?? "", 100)!; }

    /// <summary>Gets why, in the vendor's code.</summary>
    public string? VendorReason { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets when it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets until when the seller must decide.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Gets what comes back.</summary>
    public required IReadOnlyList<ParcelLine> Lines { get; init => field = Guard.NoNulls(value); }

    /// <summary>Gets the number by which the way back is followed.</summary>
    public string? TrackingNumber { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the label for the way back. Whoever has the address can read it.</summary>
    public Uri? LabelUrl { get; init; }

    /// <summary>Gets the return in the vendor's own JSON, when asked for. Personal data: store it encrypted or not at all.</summary>
    public string? Raw { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", OrderId = ").Append(OrderId)
            .Append(", State = ").Append(State).Append(", VendorState = ").Append(VendorState);
        return true;
    }
}
