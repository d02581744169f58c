using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private const string Messages = "commerce/message/v1/";
    private const string Members = "FROM_MEMBERS";
    private const int MaxConversations = 50;
    private const int MaxText = 2000;

    private static readonly VendorOperation ListThreadsCall = new("list-conversations");
    private static readonly VendorOperation FindThread = new("find-conversation");
    private static readonly VendorOperation SendMessage = new("send-message");
    private static readonly VendorOperation UpdateConversation = new("update-conversation") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindUser = new("find-user");

    private Task<IReadOnlySet<string>>? _seller;

    public Paged<MessageThread> ListThreads(ThreadQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MessageThread>(async (token, cancellationToken) =>
        {
            // Conversations are about listings: those of an order are those with its buyer about what is in it.
            var order = query.OrderId is { } id ? await ReadOrderAsync(id, cancellationToken).ConfigureAwait(false) : null;
            if (query.OrderId is not null && order?.Order.Buyer?.Username is null)
            {
                return new Page<MessageThread>([]);
            }

            // The offset must be a multiple of the limit.
            var offset = Offset(token);
            var address = new QueryAddress(Messages + "conversation")
                .Add("conversation_type", Members)
                .Add("start_time", query.ChangedSince is { } since ? EbayMapping.Time(since) : null)
                .Add("other_party_username", order?.Order.Buyer?.Username)
                .Add("limit", Math.Min(query.PageSize, MaxConversations))
                .Add("offset", offset)
                .ToString();
            var seller = await SellerAsync(cancellationToken).ConfigureAwait(false);
            var answer = await ReadAsync(() => Get(address), ListThreadsCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(EbayJson.Default.EbayConversations);
            var found = Entries(answer, page.Conversations, "conversations");
            var items = (order?.Order.LineItems ?? []).Select(static line => line.LegacyItemId).ToHashSet();
            var threads = answer.Map(found, all => (IReadOnlyList<MessageThread>)[.. all.Select(wire => FromConversation(wire, seller, query.OrderId))]);
            if (query.IncludeRaw)
            {
                threads = answer.WithRaw("conversations", threads, static (thread, raw) => thread with { Raw = raw });
            }

            var wanted = threads.Where((_, index) => query.OrderId is null || items.Contains(found[index].ReferenceId)).ToList();
            for (var i = 0; query.IncludeMessages && i < wanted.Count; i++)
            {
                wanted[i] = wanted[i] with { Messages = (await MessagesAsync(wanted[i].Id, cancellationToken).ConfigureAwait(false))?.Messages ?? [] };
            }

            return new Page<MessageThread>(wanted, Next(offset, found.Count, page.Total), query.OrderId is null ? page.Total : null);
        });
    }

    public async Task<MessageThread?> FindThreadAsync(ThreadId threadId, CancellationToken cancellationToken = default)
    {
        if (await MessagesAsync(threadId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        var (head, messages) = found;
        return new MessageThread
        {
            Id = threadId,
            Subject = head.ConversationTitle,
            CreatedAt = messages.Count > 0 ? messages[0].At : DateTimeOffset.UnixEpoch,
            UpdatedAt = messages.Count > 0 ? messages[^1].At : DateTimeOffset.UnixEpoch,
            AnswerDueSince = messages is [.., { From: MessageParty.Buyer } last] ? last.At : null,
            IsOpen = IsOpen(head.ConversationStatus),
            VendorState = head.ConversationStatus,
            Messages = messages,
        };
    }

    public async Task<Outcome<SentMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<SentMessage>(NoVendorFields());
        }

        if (request.IsInternal || request.To != MessageParty.Buyer)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.NotSupported, "eBay's messages go to the buyer and to nobody else.", nameof(request.To));
        }

        if (request.Attachments.Count > 0)
        {
            return Outcome.Refused<SentMessage>(
                RefusalCode.NotSupported, "eBay fetches the files of a message from an https address: put them there and name it in the text.", nameof(request.Attachments));
        }

        if (request.Topic is not null || request.Subject is not null)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.NotSupported, "eBay has neither topics nor subjects of the seller's own: leave them out.", nameof(request.Subject));
        }

        if (request.Body.Length > MaxText)
        {
            return Outcome.Refused<SentMessage>(
                RefusalCode.Validation, $"Body has {request.Body.Length} characters: eBay takes {MaxText}.", nameof(request.Body));
        }

        var input = new EbayMessageInput { MessageText = request.Body, ConversationId = request.ThreadId?.Value };
        if (request.ThreadId is null)
        {
            if (request.OrderId is not { } orderId)
            {
                return Outcome.Refused<SentMessage>(RefusalCode.Validation, "ThreadId and OrderId are not set: give one of them.", nameof(request.ThreadId));
            }

            if (await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return Outcome.Refused<SentMessage>(UnknownOrder(orderId));
            }

            if (found.Order.Buyer?.Username is not { Length: > 0 } buyer)
            {
                return Outcome.Refused<SentMessage>(RefusalCode.NotSupported, $"eBay does not tell the buyer of {orderId} any more.", nameof(request.OrderId));
            }

            var listing = found.Order.LineItems is [{ LegacyItemId: { Length: > 0 } item }, ..] ? item : null;
            input = input with { OtherPartyUsername = buyer, Reference = listing is null ? null : new EbayReference("LISTING", listing) };
        }

        var answer = await SendAsync(
            () => Post(Messages + "send_message", input, EbayJson.Default.EbayMessageInput), SendMessage, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return Refused<SentMessage>(answer);
        }

        var sent = answer.ReadJson(EbayJson.Default.EbayMessage).MessageId;
        return string.IsNullOrEmpty(sent) ? throw answer.Malformed("messageId is missing") : Outcome.Of(new SentMessage(request.ThreadId, sent));
    }

    public async Task<Outcome<MessageThread>> UpdateThreadAsync(ThreadUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        var basis = new EbayConversationUpdate { ConversationId = update.ThreadId.Value, ConversationType = Members };

        // Of the two in one call eBay would take the first only.
        List<EbayConversationUpdate> steps = [];
        if (update.IsRead is { } isRead)
        {
            steps.Add(basis with { Read = isRead });
        }

        if (update.IsOpen is { } isOpen)
        {
            steps.Add(basis with { ConversationStatus = isOpen ? "ACTIVE" : "ARCHIVE" });
        }

        if (steps.Count == 0)
        {
            return Outcome.Refused<MessageThread>(RefusalCode.Validation, "IsOpen and IsRead are not set: give one of them.", nameof(update.IsOpen));
        }

        foreach (var step in steps)
        {
            var answer = await SendAsync(
                () => Post(Messages + "update_conversation", step, EbayJson.Default.EbayConversationUpdate), UpdateConversation, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccess)
            {
                return Refused<MessageThread>(answer);
            }
        }

        return await FindThreadAsync(update.ThreadId, cancellationToken).ConfigureAwait(false) is { } thread
            ? Outcome.Of(thread)
            : Outcome.Refused<MessageThread>(RefusalCode.NotFound, $"The conversation {update.ThreadId} is not known.", nameof(update.ThreadId));
    }

    private static bool? IsOpen(string? status) => status switch
    {
        "ACTIVE" or "READ" or "UNREAD" => true,
        "ARCHIVE" or "DELETE" => false,
        _ => null,
    };

    private static MessageThread FromConversation(EbayConversation wire, IReadOnlySet<string> seller, MarketplaceOrderId? orderId)
    {
        var created = EbayMapping.Needed(wire.CreatedDate, "conversations.createdDate");
        var last = wire.LatestMessage;
        return new MessageThread
        {
            Id = new ThreadId(EbayMapping.Needed(wire.ConversationId, "conversations.conversationId")),
            OrderId = orderId,
            Subject = wire.ConversationTitle,
            CreatedAt = created,
            UpdatedAt = last?.CreatedDate ?? created,
            AnswerDueSince = last?.SenderUsername is { } sender && !seller.Contains(sender) ? last.CreatedDate : null,
            IsOpen = IsOpen(wire.ConversationStatus),
            VendorState = wire.ConversationStatus,
            VendorProductId = wire.ReferenceType == "LISTING" ? wire.ReferenceId : null,
        };
    }

    private async Task<(EbayConversationMessages Head, IReadOnlyList<ThreadMessage> Messages)?> MessagesAsync(ThreadId threadId, CancellationToken cancellationToken)
    {
        var seller = await SellerAsync(cancellationToken).ConfigureAwait(false);
        EbayConversationMessages? head = null;
        var messages = new List<ThreadMessage>();
        for (var (offset, total) = (0, 1); offset < total; offset += MaxConversations)
        {
            var address = new QueryAddress($"{Messages}conversation/{Uri.EscapeDataString(threadId.Value)}")
                .Add("conversation_type", Members).Add("limit", MaxConversations).Add("offset", offset).ToString();
            var answer = await SendAsync(() => Get(address), FindThread, cancellationToken).ConfigureAwait(false);
            if (answer.Status == 404)
            {
                return null;
            }

            var page = answer.IsSuccess ? answer.ReadJson(EbayJson.Default.EbayConversationMessages) : throw answer.Failure();
            head ??= page;
            messages.AddRange(answer.Map(Entries(answer, page.Messages, "messages"), all => all.Select(wire => FromMessage(wire, seller)).ToList()));
            total = page.Messages!.Count == 0 ? 0 : page.Total ?? 0;
        }

        return (head!, [.. messages.OrderBy(static message => message.At)]);
    }

    private static ThreadMessage FromMessage(EbayMessage wire, IReadOnlySet<string> seller) => new()
    {
        Id = EbayMapping.Needed(wire.MessageId, "messages.messageId"),
        From = wire.SenderUsername is not { } sender ? MessageParty.Other : seller.Contains(sender) ? MessageParty.Seller : MessageParty.Buyer,
        At = EbayMapping.Needed(wire.CreatedDate, "messages.createdDate"),
        Body = wire.MessageBody ?? "",
        AttachmentIds = [.. (wire.MessageMedia ?? []).Select(static media => media.MediaUrl).OfType<string>()],
    };

    /// <summary>Gives the names of the account's own user; a failure is forgotten, so that the next call asks again.</summary>
    private async Task<IReadOnlySet<string>> SellerAsync(CancellationToken cancellationToken)
    {
        var pending = _seller ??= options.SellerUsername is { Length: > 0 } name
            ? Task.FromResult<IReadOnlySet<string>>(new HashSet<string>(StringComparer.OrdinalIgnoreCase) { name })
            : AskAsync();
        try
        {
            return await pending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CommerceException)
        {
            _seller = null;
            throw;
        }

        async Task<IReadOnlySet<string>> AskAsync()
        {
            var address = new Uri(options.Second, "commerce/identity/v1/user/").AbsoluteUri;
            var answer = await ReadAsync(() => Get(address), FindUser, CancellationToken.None).ConfigureAwait(false);
            var user = answer.ReadJson(EbayJson.Default.EbayUser);

            // Some sellers are named by an immutable id in place of their user name.
            var names = ((string?[])[user.Username, user.UserId]).Where(static known => !string.IsNullOrEmpty(known)).Select(static known => known!).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Count > 0 ? names : throw answer.Malformed("username is missing");
        }
    }
}
