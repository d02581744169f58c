namespace Commerce.Marketplaces;

/// <summary>A message to send: into a conversation, or a new one about an order.</summary>
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
}
