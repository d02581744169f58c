using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Discussions.</summary>
internal sealed partial class CdiscountMarketplaceClient
{
    private const string ProductId = "productId";
    private const int MinBody = 13;
    private const int MaxBody = 5000;

    // Octopia takes half a year at once.
    private static readonly TimeSpan MaxSpan = TimeSpan.FromDays(180);

    private static readonly VendorOperation ListDiscussions = new("list-discussions");
    private static readonly VendorOperation FindDiscussion = new("find-discussion");
    private static readonly VendorOperation CreateDiscussion = new("create-discussion");
    private static readonly VendorOperation UpdateDiscussion = new("update-discussion") { IsSafeToRepeat = true };
    private static readonly VendorOperation UpdateMessage = new("update-message") { IsSafeToRepeat = true };
    private static readonly VendorOperation SendMessage = new("send-message");

    public Paged<MessageThread> ListThreads(ThreadQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MessageThread>(async (token, cancellationToken) =>
        {
            var cursor = CdiscountCursor.Read(token, query.ChangedSince);
            var until = cursor.Since + MaxSpan is { } end && end < channel.Clock.GetUtcNow() ? end : (DateTimeOffset?)null;
            var address = new QueryAddress("discussions")
                .Add("salesChannel", options.SalesChannelId)
                .Add("orderSellerId", query.OrderId?.Value)
                .Add("updatedAtMin", CdiscountCursor.Time(cursor.Since))
                .Add("updatedAtMax", CdiscountCursor.Time(until))
                .Add("pageIndex", cursor.Page)
                .Add("pageSize", query.PageSize)
                .Add("sort", cursor.IsSorted ? BySort : null);
            var answer = await GetAsync(address, ListDiscussions, cancellationToken).ConfigureAwait(false);
            var threads = answer.Map(answer.ReadJson(CdiscountJson.Default.CdiscountDiscussions), static body => (IReadOnlyList<MessageThread>)
                [.. (body.Items ?? throw new FormatException("items")).Select(CdiscountMapping.FromDiscussion)]);
            if (query.IncludeRaw)
            {
                threads = answer.WithRaw("items", threads, static (thread, raw) => thread with { Raw = raw });
            }

            var next = threads.Count == query.PageSize ? cursor.After([.. threads.Select(static thread => (thread.Id.Value, (DateTimeOffset?)thread.UpdatedAt))])
                : until is not null ? new CdiscountCursor(until, 1, cursor.IsSorted, [])
                : null;
            List<MessageThread> page = [.. threads.Where(thread => !cursor.HasSeen(thread.Id.Value))];
            return new Page<MessageThread>(
                query.IncludeMessages ? await WithMessagesAsync(page, cancellationToken).ConfigureAwait(false) : page.ConvertAll(static thread => thread with { Messages = [] }),
                next?.ToToken());
        });
    }

    public async Task<MessageThread?> FindThreadAsync(ThreadId threadId, CancellationToken cancellationToken = default) =>
        await ReadDiscussionAsync(threadId, cancellationToken).ConfigureAwait(false) is { } found ? found.Thread : null;

    public async Task<Outcome<SentMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (CheckMessage(request) is { } mistake)
        {
            return Outcome.Refused<SentMessage>(mistake);
        }

        if (request.ThreadId is { } threadId)
        {
            return await AnswerAsync(threadId, request, cancellationToken).ConfigureAwait(false);
        }

        var body = new CdiscountNewDiscussion
        {
            Subject = request.Subject!,
            OrderId = request.OrderId!.Value.Value,
            SalesChannel = options.SalesChannelId,
            SubtypologyCode = request.Topic!,
            ProductId = request.VendorFields.GetValueOrDefault(ProductId),
            Message = new CdiscountFirstMessage(request.Body, Receiver(request.To), CdiscountFiles.Of(request.Attachments)),
        };
        return await PostAsync(
            VendorJson.Request(HttpMethod.Post, "discussions", body, CdiscountJson.Default.CdiscountNewDiscussion), CreateDiscussion, null, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<MessageThread>> UpdateThreadAsync(ThreadUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.IsOpen is null && update.IsRead is null)
        {
            return Outcome.Refused<MessageThread>(RefusalCode.Validation, "Nothing changes: give IsOpen or IsRead.", nameof(update.IsOpen));
        }

        if (await ReadDiscussionAsync(update.ThreadId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<MessageThread>(UnknownThread(update.ThreadId));
        }

        var patches = new List<(string Path, string Field, bool Value, VendorOperation Operation)>();
        if (update.IsOpen is { } open && found.Wire.IsOpen != open)
        {
            patches.Add(($"discussions/{Uri.EscapeDataString(update.ThreadId.Value)}", "/isOpen", open, UpdateDiscussion));
        }

        if (update.IsRead is { } read)
        {
            // One's own messages are neither read nor unread.
            patches.AddRange((found.Wire.Messages ?? [])
                .Where(message => message.Sender?.UserType != CdiscountStates.Seller && message.HasRead != read)
                .Select(message => ($"messages/{Uri.EscapeDataString(message.MessageId!)}", "/hasRead", read, UpdateMessage)));
        }

        foreach (var (path, field, value, operation) in patches)
        {
            IReadOnlyList<CdiscountPatch> body = [new CdiscountPatch("replace", field, value)];
            var answer = await channel.SendAsync(
                VendorJson.Request(HttpMethod.Patch, path, body, CdiscountJson.Default.IReadOnlyListCdiscountPatch), operation, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccess)
            {
                return CdiscountErrors.IsRefusal(answer) ? Outcome.Refused<MessageThread>(CdiscountErrors.Refused(answer)) : throw answer.Failure();
            }
        }

        var thread = patches.Count == 0 ? found.Thread : await FindThreadAsync(update.ThreadId, cancellationToken).ConfigureAwait(false);
        return thread is null ? Outcome.Refused<MessageThread>(UnknownThread(update.ThreadId)) : Outcome.Of(thread);
    }

    private static string Receiver(MessageParty party) => party == MessageParty.Buyer ? "Customer" : "GrcOperator";

    private static Refusal UnknownThread(ThreadId threadId) =>
        new(RefusalCode.NotFound, $"Octopia does not know the discussion {threadId}.") { Field = "ThreadId" };

    private Refusal? CheckMessage(SendMessageRequest request)
    {
        if (request.VendorFields.Keys.Any(name => name != ProductId || request.ThreadId is not null))
        {
            return NoVendorFields();
        }

        if (request.IsInternal)
        {
            return new Refusal(RefusalCode.NotSupported, "Octopia has no internal messages: write to the marketplace instead.") { Field = nameof(request.IsInternal) };
        }

        if (request.To is not (MessageParty.Buyer or MessageParty.Marketplace))
        {
            return new Refusal(RefusalCode.Validation, "To is neither the buyer nor the marketplace.") { Field = nameof(request.To) };
        }

        if (request.Body.Length is < MinBody or > MaxBody)
        {
            return new Refusal(RefusalCode.Validation, $"Body has {request.Body.Length} characters: Octopia takes {MinBody} to {MaxBody}.") { Field = nameof(request.Body) };
        }

        if (CdiscountFiles.Check(request.Attachments) is { } file)
        {
            return file;
        }

        if (request.ThreadId is not null)
        {
            return options.MessageForm switch
            {
                null => new Refusal(
                    RefusalCode.NotSupported,
                    "MessageForm is not set, and Octopia's sources contradict each other: Receivers sends \"receivers\":[{\"userId\":\"…\",\"userType\":\"Customer\"}], Receiver sends \"receiver\":\"Customer\". Choose one in the options.")
                {
                    Field = nameof(options.MessageForm),
                },
                CdiscountMessageForm.Receivers when request.Attachments.Count > 0 => new Refusal(
                    RefusalCode.NotSupported, "The message form Receivers takes no files: choose Receiver in the options, or leave them out.") { Field = nameof(request.Attachments) },
                _ => null,
            };
        }

        return request.OrderId is null ? new Refusal(RefusalCode.Validation, "ThreadId and OrderId are not set: give one of them.") { Field = nameof(request.ThreadId) }
            : request.Topic is null ? new Refusal(RefusalCode.Validation, "Topic is not set: Octopia opens a discussion by its subtypology, such as orderModification.") { Field = nameof(request.Topic) }
            : string.IsNullOrWhiteSpace(request.Subject) ? new Refusal(RefusalCode.Validation, "Subject is not set: a new discussion needs one.") { Field = nameof(request.Subject) }
            : null;
    }

    private async Task<Outcome<SentMessage>> AnswerAsync(ThreadId threadId, SendMessageRequest request, CancellationToken cancellationToken)
    {
        var body = new CdiscountAnswer { DiscussionId = threadId.Value, Body = request.Body };
        if (options.MessageForm == CdiscountMessageForm.Receiver)
        {
            body = body with { Receiver = Receiver(request.To), Attachments = CdiscountFiles.Of(request.Attachments) };
        }
        else
        {
            // The reader must be named by the id under which the discussion knows them.
            if (await ReadDiscussionAsync(threadId, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return Outcome.Refused<SentMessage>(UnknownThread(threadId));
            }

            var type = Receiver(request.To);
            var sender = (found.Wire.Messages ?? []).LastOrDefault(message => message.Sender?.UserType == type)?.Sender?.UserId;
            if (CdiscountMapping.Text(request.To == MessageParty.Buyer ? found.Wire.CustomerId ?? sender : sender) is not { } user)
            {
                return Outcome.Refused<SentMessage>(RefusalCode.NotSupported, $"The discussion {threadId} does not say who the {request.To} is.", nameof(request.To));
            }

            body = body with { SalesChannel = options.SalesChannelId, Receivers = [new CdiscountUser(user, type)] };
        }

        return await PostAsync(
            VendorJson.Request(HttpMethod.Post, "messages", body, CdiscountJson.Default.CdiscountAnswer), SendMessage, threadId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<SentMessage>> PostAsync(
        HttpRequestMessage request, VendorOperation operation, ThreadId? threadId, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return CdiscountErrors.IsRefusal(answer) ? Outcome.Refused<SentMessage>(CdiscountErrors.Refused(answer)) : throw answer.Failure();
        }

        var sent = Optional(answer, CdiscountJson.Default.CdiscountSent);
        var discussion = CdiscountMapping.Text(sent?.DiscussionId) ?? (threadId is null ? CdiscountMapping.Text(sent?.Id) : null);
        return Outcome.Of(new SentMessage(
            threadId ?? (discussion is null ? null : new ThreadId(discussion)),
            CdiscountMapping.Text(sent?.MessageId) ?? (threadId is null ? null : CdiscountMapping.Text(sent?.Id))));
    }

    // A list holds the first or the last message only; all of them are in the discussion itself.
    private async Task<List<MessageThread>> WithMessagesAsync(List<MessageThread> threads, CancellationToken cancellationToken)
    {
        var whole = new List<MessageThread>(threads.Count);
        foreach (var thread in threads)
        {
            var found = await FindThreadAsync(thread.Id, cancellationToken).ConfigureAwait(false);
            whole.Add(found is null ? thread : found with { Raw = thread.Raw });
        }

        return whole;
    }

    private async Task<(CdiscountDiscussion Wire, MessageThread Thread)?> ReadDiscussionAsync(ThreadId threadId, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"discussions/{Uri.EscapeDataString(threadId.Value)}");
        var answer = await channel.SendAsync(request, FindDiscussion, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
        {
            return null;
        }

        var wire = Good(answer).ReadJson(CdiscountJson.Default.CdiscountDiscussion);
        return (wire, answer.Map(wire, CdiscountMapping.FromDiscussion));
    }
}
