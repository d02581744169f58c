namespace Commerce.Marketplaces.Cdiscount.Wire;

internal sealed record CdiscountDiscussions(IReadOnlyList<CdiscountDiscussion>? Items);

internal sealed record CdiscountDiscussion
{
    public string? DiscussionId { get; init; }

    public string? Subject { get; init; }

    public string? OrderReference { get; init; }

    public string? OrderSellerId { get; init; }

    public bool? IsOpen { get; init; }

    public string? Graduation { get; init; }

    public string? TypologyCode { get; init; }

    public string? SubTypologyCode { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public string? Status { get; init; }

    public string? CustomerId { get; init; }

    public IReadOnlyList<CdiscountMessage>? Messages { get; init; }
}

internal sealed record CdiscountMessage
{
    public string? MessageId { get; init; }

    public CdiscountUser? Sender { get; init; }

    public string? Body { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public bool? HasRead { get; init; }

    public IReadOnlyList<CdiscountAttachmentKey>? Attachments { get; init; }
}

internal sealed record CdiscountUser(string? UserId, string? UserType);

internal sealed record CdiscountAttachmentKey(string? AttachmentId, string? Id);

internal sealed record CdiscountAttachment(string Name, string Content, string FileFormat);

internal sealed record CdiscountAnswer
{
    public required string DiscussionId { get; init; }

    public string? SalesChannel { get; init; }

    public required string Body { get; init; }

    public string? Receiver { get; init; }

    public IReadOnlyList<CdiscountUser>? Receivers { get; init; }

    public IReadOnlyList<CdiscountAttachment>? Attachments { get; init; }
}

internal sealed record CdiscountNewDiscussion
{
    public required string Subject { get; init; }

    public required string OrderId { get; init; }

    public required string SalesChannel { get; init; }

    public required string SubtypologyCode { get; init; }

    public string? ProductId { get; init; }

    public required CdiscountFirstMessage Message { get; init; }
}

internal sealed record CdiscountFirstMessage(string Body, string Receiver, IReadOnlyList<CdiscountAttachment>? Attachments);

/// <summary>What may come back when a message was sent; nothing of it is promised.</summary>
internal sealed record CdiscountSent(string? MessageId, string? DiscussionId, string? Id);

internal sealed record CdiscountPatch(string Op, string Path, bool Value);
