using System.Text;

namespace Commerce.Marketplaces;

/// <summary>A conversation. Personal data: <see cref="ToString"/> shows no words.</summary>
public sealed record MessageThread
{
    /// <summary>Gets the marketplace's key.</summary>
    public required ThreadId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the order that it is about, when it is about one.</summary>
    public MarketplaceOrderId? OrderId { get; init; }

    /// <summary>Gets the subject.</summary>
    public string? Subject { get; init => field = Guard.OptionalText(value, 1000); }

    /// <summary>Gets when it started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets since when the seller owes an answer; absent when they owe none.</summary>
    public DateTimeOffset? AnswerDueSince { get; init; }

    /// <summary>Gets until when the marketplace wants the answer.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Gets the messages, oldest first, when they were asked for.</summary>
    public IReadOnlyList<ThreadMessage> Messages { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets what it is about, in the marketplace's code.</summary>
    public string? Topic { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets a value indicating whether it is open; absent where conversations do not end.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>Gets a value indicating whether it is a complaint that the marketplace judges.</summary>
    public bool IsClaim { get; init; }

    /// <summary>Gets the vendor's own word for where it is.</summary>
    public string? VendorState { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the order line that it is about, when it is about one.</summary>
    public MarketplaceOrderLineId? OrderLineId { get; init; }

    /// <summary>Gets the marketplace's own number of the product that it is about, when it is about one.</summary>
    public string? VendorProductId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the conversation in the vendor's own JSON, when asked for. Personal data: store it encrypted or not at all.</summary>
    public string? Raw { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", OrderId = ").Append(OrderId).Append(", IsOpen = ").Append(IsOpen)
            .Append(", IsClaim = ").Append(IsClaim).Append(", Messages = ").Append(Messages.Count);
        return true;
    }
}
