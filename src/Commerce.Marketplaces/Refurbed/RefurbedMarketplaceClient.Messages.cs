using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Tickets. Source: <c>TicketService</c>. A list has no messages; an answer is an update of the ticket.</summary>
internal sealed partial class RefurbedMarketplaceClient
{
    private const string Status = "status";
    private const string Item = "order_item_id";

    private static readonly VendorOperation ListTickets = new("list-tickets") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindTicket = new("find-ticket") { IsSafeToRepeat = true };
    private static readonly VendorOperation SendMessage = new("send-message");
    private static readonly VendorOperation CreateTicket = new("create-ticket");
    private static readonly VendorOperation UpdateTicket = new("update-ticket") { IsSafeToRepeat = true };
    private static readonly VendorOperation SendReturnLabel = new("send-return-label");

    public Paged<MessageThread> ListThreads(ThreadQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = query.OrderId is { } order ? new RefurbedTicketsFilter(new RefurbedAnyOf([order.Value])) : null;
        return new Paged<MessageThread>(async (token, cancellationToken) =>
        {
            // There is no filter by change: the last changed come first, and reading stops at the first one that is too old.
            var body = new RefurbedTicketsRequest(new RefurbedPagination(query.PageSize, token?.Value), new RefurbedSort("UPDATED_AT", "DESC"), filter);
            var answer = await ReadAsync("TicketService/ListTickets", body, RefurbedJson.Default.RefurbedTicketsRequest, ListTickets, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(RefurbedJson.Default.RefurbedTickets);
            var all = RefurbedRaw.Map<RefurbedTicket, MessageThread>(
                answer, "tickets", page.Tickets, static ticket => RefurbedMapping.FromTicket(ticket, null), query.IncludeRaw ? static (thread, raw) => thread with { Raw = raw } : null);
            IReadOnlyList<MessageThread> threads = query.ChangedSince is { } since ? [.. all.TakeWhile(thread => thread.UpdatedAt >= since)] : all;
            return new Page<MessageThread>(
                query.IncludeMessages ? await WithMessagesAsync(threads, cancellationToken).ConfigureAwait(false) : threads,
                Next(page.HasMore == true && threads.Count == all.Count, all.Count == 0 ? null : all[^1].Id.Value));
        });
    }

    public async Task<MessageThread?> FindThreadAsync(ThreadId threadId, CancellationToken cancellationToken = default)
    {
        var answer = await PostAsync("TicketService/GetTicket", new RefurbedTicketKey(threadId.Value), RefurbedJson.Default.RefurbedTicketKey, FindTicket, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? ReadThread(answer)
            : IsUnknownKey(answer, threadId.Value) ? null : throw answer.Failure();
    }

    public async Task<Outcome<SentMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Objection(request) is { } objection)
        {
            return Outcome.Refused<SentMessage>(objection);
        }

        IReadOnlyList<RefurbedSubmittedFile>? files = request.Attachments.Count == 0
            ? null
            : [.. request.Attachments.Select(static file => new RefurbedSubmittedFile(file.FileName, file.Content.ToArray()))];
        var message = new RefurbedSubmission(RefurbedHtml.FromText(request.Body), files);
        if (request.ThreadId is { } threadId)
        {
            var update = new RefurbedTicketUpdate
            {
                TicketId = threadId.Value,
                NewMessage = new RefurbedNewMessage(message, request.IsInternal ? "INTERNAL" : "PUBLIC"),
                Status = request.VendorFields.GetValueOrDefault(Status, "PENDING"),
            };
            return Sent(await PostAsync("TicketService/UpdateTicket", update, RefurbedJson.Default.RefurbedTicketUpdate, SendMessage, cancellationToken).ConfigureAwait(false));
        }

        var (item, refusal) = await ItemOfAsync(request, cancellationToken).ConfigureAwait(false);
        return refusal is not null
            ? Outcome.Refused<SentMessage>(refusal)
            : Sent(await PostAsync(
                "TicketService/CreateTicket", new RefurbedTicketCreate(new RefurbedTicketItemKey(item!), request.Topic!, message), RefurbedJson.Default.RefurbedTicketCreate, CreateTicket, cancellationToken).ConfigureAwait(false));
    }

    public async Task<Outcome<MessageThread>> UpdateThreadAsync(ThreadUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.IsRead is not null)
        {
            return Outcome.Refused<MessageThread>(RefusalCode.NotSupported, "Refurbed has no mark for what was read.", nameof(update.IsRead));
        }

        if (update.IsOpen is not { } isOpen)
        {
            return Outcome.Refused<MessageThread>(RefusalCode.Validation, "IsOpen is not set: say whether the ticket is open.", nameof(update.IsOpen));
        }

        var body = new RefurbedTicketUpdate { TicketId = update.ThreadId.Value, Status = isOpen ? "PENDING" : "SOLVED" };
        var answer = await PostAsync("TicketService/UpdateTicket", body, RefurbedJson.Default.RefurbedTicketUpdate, UpdateTicket, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return Outcome.Of(ReadThread(answer));
        }

        if (!RefurbedErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        // A ticket that is closed for good is not solved again, and done.
        var thread = await FindThreadAsync(update.ThreadId, cancellationToken).ConfigureAwait(false);
        return thread is not null && thread.IsOpen == isOpen
            ? Outcome.Of(thread)
            : Outcome.Refused<MessageThread>(answer.Refusal(thread is null ? RefusalCode.NotFound : RefurbedErrors.RefusalOf(RefurbedErrors.CodeOf(answer))));
    }

    public async Task<Outcome<MessageThread>> SendReturnLabelAsync(ThreadId threadId, CancellationToken cancellationToken = default)
    {
        var answer = await PostAsync("TicketService/GenerateReturnShippingLabel", new RefurbedTicketKey(threadId.Value), RefurbedJson.Default.RefurbedTicketKey, SendReturnLabel, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return RefurbedErrors.IsRefusal(answer) ? Outcome.Refused<MessageThread>(answer.Refusal(RefurbedErrors.RefusalOf(RefurbedErrors.CodeOf(answer)))) : throw answer.Failure();
        }

        return await FindThreadAsync(threadId, cancellationToken).ConfigureAwait(false) is { } thread
            ? Outcome.Of(thread)
            : throw answer.Malformed("the ticket of the label is not known afterwards");
    }

    private static MessageThread ReadThread(VendorAnswer answer) => answer.Map(
        answer.ReadJson(RefurbedJson.Default.RefurbedTicketAnswer), static body => RefurbedMapping.FromTicket(body.Ticket ?? throw new FormatException("ticket"), body.Messages));

    private static Outcome<SentMessage> Sent(VendorAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            return RefurbedErrors.IsRefusal(answer) ? Outcome.Refused<SentMessage>(answer.Refusal(RefurbedErrors.RefusalOf(RefurbedErrors.CodeOf(answer)))) : throw answer.Failure();
        }

        // The ticket comes back whole: the seller's last message is the one just sent.
        var thread = ReadThread(answer);
        return Outcome.Of(new SentMessage(thread.Id, thread.Messages.LastOrDefault(static message => message.From == MessageParty.Seller)?.Id));
    }

    private static Refusal? Objection(SendMessageRequest request)
    {
        if (request.VendorFields.Keys.Any(name => name != (request.ThreadId is null ? Item : Status)))
        {
            return NoVendorFields();
        }

        if (request.VendorFields.TryGetValue(Status, out var status) && status is not ("PENDING" or "SOLVED"))
        {
            return new Refusal(RefusalCode.Validation, "VendorFields.status is neither PENDING nor SOLVED.") { Field = nameof(request.VendorFields) };
        }

        if (request.To != MessageParty.Buyer)
        {
            return new Refusal(RefusalCode.NotSupported, "To is not the buyer: Refurbed itself is asked for help in its back office.") { Field = nameof(request.To) };
        }

        if (request.ThreadId is not null)
        {
            return null;
        }

        return request.OrderId is null && !request.VendorFields.ContainsKey(Item) ? new Refusal(RefusalCode.Validation, "ThreadId and OrderId are not set: give one of them.") { Field = nameof(request.ThreadId) }
            : request.IsInternal ? new Refusal(RefusalCode.NotSupported, "A new ticket begins with a message to the buyer: it cannot be internal.") { Field = nameof(request.IsInternal) }
            : string.IsNullOrWhiteSpace(request.Topic) ? new Refusal(RefusalCode.Validation, "Topic is empty: a new ticket needs a topic slug of Refurbed, which are not published; MessageThread.Topic shows those of known tickets.") { Field = nameof(request.Topic) }
            : null;
    }

    private async Task<IReadOnlyList<MessageThread>> WithMessagesAsync(IReadOnlyList<MessageThread> threads, CancellationToken cancellationToken)
    {
        var whole = new List<MessageThread>(threads.Count);
        foreach (var thread in threads)
        {
            var found = await FindThreadAsync(thread.Id, cancellationToken).ConfigureAwait(false);
            whole.Add(found is null ? thread : thread with { Messages = found.Messages });
        }

        return whole;
    }

    /// <summary>Finds the item that a new ticket is about.</summary>
    private async Task<(string? Item, Refusal? Refusal)> ItemOfAsync(SendMessageRequest request, CancellationToken cancellationToken)
    {
        if (request.VendorFields.TryGetValue(Item, out var named))
        {
            return long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? (named, null)
                : (null, new Refusal(RefusalCode.Validation, "VendorFields.order_item_id is no number.") { Field = nameof(request.VendorFields) });
        }

        if (await ReadOrderAsync(request.OrderId!.Value, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return (null, NoOrder(request.OrderId.Value));
        }

        return found.Answer.Map(found.Order, RefurbedMapping.ItemsOf) is [{ Id: { } only }]
            ? (only, null)
            : (null, new Refusal(RefusalCode.Validation, "The order has several items, and a ticket is about one: name it as order_item_id in VendorFields.") { Field = nameof(request.VendorFields) });
    }
}
