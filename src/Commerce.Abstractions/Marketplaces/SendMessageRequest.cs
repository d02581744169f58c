using System.Text;

namespace Commerce.Marketplaces;

/// <summary>A message to send: into a conversation, or a new one about an order. Personal data: <see cref="ToString"/> does not show the words.</summary>
public sealed record SendMessageRequest
{
    /// <summary>Gets the conversation; give it or <see cref="OrderId"/>.</summary>
    public ThreadId? ThreadId { get; init; }

    /// <summary>Gets the order about which a new conversation starts.</summary>
    public MarketplaceOrderId? OrderId { get; init; }

    /// <summary>Gets the words: 1 to 50 000 characters; a marketplace may allow fewer.</summary>
    public required string Body { get; init => field = Guard.Text(value, 50_000); }

    /// <summary>Gets the subject of a new conversation.</summary>
    public string? Subject { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets who shall read it.</summary>
    /// <value>The default is the buyer.</value>
    public MessageParty To { get; init; } = MessageParty.Buyer;

    /// <summary>Gets what it is about, in the marketplace's code, where it has codes of topics; at most 100 characters.</summary>
    public string? Topic { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the files that go with it: at most 50; a marketplace may allow fewer.</summary>
    public IReadOnlyList<MessageAttachment> Attachments
    {
        get;
        init => field = Guard.NoNulls(value).Count <= 50
            ? value
            : throw new ArgumentException($"Attachments has {value.Count} entries: at most 50.", nameof(Attachments));
    } = [];

    /// <summary>Gets a value indicating whether the buyer must not see it: a note between seller and marketplace.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("ThreadId = ").Append(ThreadId).Append(", OrderId = ").Append(OrderId)
            .Append(", To = ").Append(To).Append(", Attachments = ").Append(Attachments.Count);
        return true;
    }
}
