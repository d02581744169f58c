using System.Text;

namespace Commerce.Marketplaces;

/// <summary>A buyer's request to cancel an order that was not shipped yet.</summary>
public sealed record CancellationRequest
{
    /// <summary>Gets the marketplace's key.</summary>
    public required CancellationRequestId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the lines; empty for the whole order.</summary>
    public IReadOnlyList<LineAmount> Lines { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets why, in the vendor's code.</summary>
    public string? VendorReason { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets when the buyer asked.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Gets until when the seller must answer; the marketplace decides by itself afterwards.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Gets a value indicating whether it waits for the seller's answer.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Gets the vendor's own word for where it is.</summary>
    public required string VendorState { get; init => field = Guard.OptionalText(value ?? "", 100)!; }

    /// <summary>Gets the request in the vendor's own JSON, when asked for. Personal data: store it encrypted or not at all.</summary>
    public string? Raw { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", OrderId = ").Append(OrderId)
            .Append(", IsOpen = ").Append(IsOpen).Append(", VendorState = ").Append(VendorState);
        return true;
    }
}
