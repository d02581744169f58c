namespace Commerce.Marketplaces.Refurbed.Wire;

internal sealed record RefurbedTicketsRequest(RefurbedPagination Pagination, RefurbedSort Sort, RefurbedTicketsFilter? Filter);

internal sealed record RefurbedTicketsFilter(RefurbedAnyOf MarketplaceOrderId);

internal sealed record RefurbedTickets(IReadOnlyList<RefurbedTicket?>? Tickets, bool? HasMore);

internal sealed record RefurbedTicketKey(string TicketId);

internal sealed record RefurbedTicketAnswer(RefurbedTicket? Ticket, IReadOnlyList<RefurbedScopedMessage?>? Messages);

internal sealed record RefurbedTicket
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public RefurbedTicketItem? MarketplaceOrderItem { get; init; }

    public string? TopicSlug { get; init; }

    public IReadOnlyList<RefurbedCheckpoint?>? SlaCheckpoints { get; init; }

    public bool? CustomerPanicked { get; init; }

    public bool? SellerActionNeeded { get; init; }
}

internal sealed record RefurbedTicketItem(string? OrderItemId, string? OrderId, string? InstanceName);

internal sealed record RefurbedCheckpoint(string? CheckpointType, DateTimeOffset? At);

internal sealed record RefurbedScopedMessage(RefurbedMessage? Message, string? Scope);

internal sealed record RefurbedMessage
{
    public string? Id { get; init; }

    public string? BodyHtml { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public RefurbedAuthor? Author { get; init; }

    public IReadOnlyList<RefurbedMessageFile?>? Attachments { get; init; }
}

internal sealed record RefurbedAuthor(string? Type);

internal sealed record RefurbedMessageFile(string? Filename, string? Url);

internal sealed record RefurbedTicketUpdate
{
    public required string TicketId { get; init; }

    public RefurbedNewMessage? NewMessage { get; init; }

    public string? Status { get; init; }
}

internal sealed record RefurbedNewMessage(RefurbedSubmission Message, string Scope);

internal sealed record RefurbedSubmission(string BodyHtml, IReadOnlyList<RefurbedSubmittedFile>? Attachments);

internal sealed record RefurbedSubmittedFile(string Filename, byte[] Data);

internal sealed record RefurbedTicketCreate(RefurbedTicketItemKey OrderItemIdentifier, string Topic, RefurbedSubmission Message);

internal sealed record RefurbedTicketItemKey(string MarketplaceOrderItemId);
