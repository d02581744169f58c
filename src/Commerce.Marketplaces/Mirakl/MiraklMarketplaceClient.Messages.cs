using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

internal sealed partial class MiraklMarketplaceClient
{
    private const long MaxMessageBytes = 30_000_000;

    private static readonly VendorOperation ListThreadsCall = new("list-threads");
    private static readonly VendorOperation FindThread = new("find-thread");
    private static readonly VendorOperation SendMessage = new("send-message");

    public Paged<MessageThread> ListThreads(ThreadQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MessageThread>(async (token, cancellationToken) =>
        {
            // A page token stands for all filters and must come alone.
            var address = token is { } next
                ? new QueryAddress("api/inbox/threads").Add("page_token", next.Value)
                : new QueryAddress("api/inbox/threads")
                    .Add("entity_type", query.OrderId is null ? null : "MMP_ORDER")
                    .Add("entity_id", query.OrderId?.Value)
                    .Add("updated_since", Date(query.ChangedSince))
                    .Add("with_messages", query.IncludeMessages ? "true" : null)
                    .Add("shop_id", options.ShopId)
                    .Add("limit", Math.Max(query.PageSize, 10));
            var answer = await GetAsync(address, ListThreadsCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(MiraklJson.Default.MiraklThreads);
            var threads = answer.Map(
                page, body => (IReadOnlyList<MessageThread>)[.. (body.Data ?? throw new FormatException("data")).Select(MiraklMapping.FromThread)]);
            if (query.IncludeRaw)
            {
                threads = answer.WithRaw("data", threads, static (thread, raw) => thread with { Raw = raw });
            }

            return new Page<MessageThread>(
                threads,
                string.IsNullOrEmpty(page.NextPageToken) ? null : new ContinuationToken(page.NextPageToken));
        });
    }

    public async Task<MessageThread?> FindThreadAsync(ThreadId threadId, CancellationToken cancellationToken = default)
    {
        var thread = await ReadThreadAsync(threadId, cancellationToken).ConfigureAwait(false);
        return thread?.Answer.Map(thread.Value.Thread, MiraklMapping.FromThread);
    }

    public async Task<Outcome<SentMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<SentMessage>(NoVendorFields());
        }

        if (request.IsInternal)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.NotSupported, "Mirakl has no internal messages: write to the marketplace instead.", nameof(request.IsInternal));
        }

        if (request.Attachments.Sum(static file => (long)file.Content.Length) > MaxMessageBytes)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.Validation, "Attachments have over 30 MB together: Mirakl takes no more in one message.", nameof(request.Attachments));
        }

        if (request.Body.Length < 3)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.Validation, "Body has under 3 characters: Mirakl asks for 3 to 50 000.", nameof(request.Body));
        }

        if (request.To is not (MessageParty.Buyer or MessageParty.Marketplace))
        {
            return Outcome.Refused<SentMessage>(RefusalCode.Validation, "To is neither the buyer nor the marketplace.", nameof(request.To));
        }

        if (request.ThreadId is { } threadId)
        {
            return await AnswerThreadAsync(threadId, request, cancellationToken).ConfigureAwait(false);
        }

        if (request.OrderId is not { } orderId)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.Validation, "ThreadId and OrderId are not set: give one of them.", nameof(request.ThreadId));
        }

        var input = new MiraklThreadInput(request.Body, [Participant(request.To)], request.Topic is { } code ? new MiraklTopic("REASON_CODE", code) : new MiraklTopic("FREE_TEXT", request.Subject ?? orderId.Value));
        return await SendAsync(
            WithFiles(new MiraklMultipart().AddJson("thread_input", input, MiraklJson.Default.MiraklThreadInput), request).ToRequest(WithShop(OrderPath(orderId, "threads"))),
            cancellationToken).ConfigureAwait(false);
    }

    private static MiraklMultipart WithFiles(MiraklMultipart body, SendMessageRequest request)
    {
        foreach (var file in request.Attachments)
        {
            body.AddFile("files", file.FileName, file.MediaType, file.Content);
        }

        return body;
    }

    private static string Participant(MessageParty party) => party == MessageParty.Buyer ? "CUSTOMER" : "OPERATOR";

    private async Task<Outcome<SentMessage>> AnswerThreadAsync(ThreadId threadId, SendMessageRequest request, CancellationToken cancellationToken)
    {
        // The addressee must be named by the id under which the conversation knows them.
        if (await ReadThreadAsync(threadId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.NotFound, $"The conversation {threadId} is not known.", nameof(request.ThreadId));
        }

        var type = Participant(request.To);
        var addressee = found.Thread.AuthorizedParticipants?.FirstOrDefault(participant => participant.Type == type);
        if (addressee is null)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.NotSupported, $"The conversation {threadId} does not allow writing to the {request.To}.", nameof(request.To));
        }

        var input = new MiraklMessageInput(request.Body, [addressee]);
        var address = WithShop($"api/inbox/threads/{Uri.EscapeDataString(threadId.Value)}/message");
        return await SendAsync(
            WithFiles(new MiraklMultipart().AddJson("message_input", input, MiraklJson.Default.MiraklMessageInput), request).ToRequest(address),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<SentMessage>> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(request, SendMessage, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return MiraklErrors.IsRefusal(answer)
                ? Outcome.Refused<SentMessage>(answer.Refusal(RefusalCode.ExternalRejected))
                : throw answer.Failure();
        }

        var sent = answer.ReadJson(MiraklJson.Default.MiraklSent);
        return string.IsNullOrEmpty(sent.ThreadId)
            ? throw answer.Malformed("the conversation of the message is missing")
            : Outcome.Of(new SentMessage(new ThreadId(sent.ThreadId), sent.MessageId));
    }

    private async Task<(MiraklThread Thread, VendorAnswer Answer)?> ReadThreadAsync(ThreadId threadId, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, WithShop($"api/inbox/threads/{Uri.EscapeDataString(threadId.Value)}"));
        var answer = await channel.SendAsync(request, FindThread, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
        {
            return null;
        }

        return answer.IsSuccess ? (answer.ReadJson(MiraklJson.Default.MiraklThread), answer) : throw answer.Failure();
    }
}
