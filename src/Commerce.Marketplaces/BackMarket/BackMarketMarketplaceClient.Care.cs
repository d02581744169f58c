using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.BackMarket.Wire;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Care folders: conversations, problems, items sent back, returns. Source: Back Market seller API, sav, returns.</summary>
internal sealed partial class BackMarketMarketplaceClient
{
    private const int MaxFiles = 10;
    private const int MaxFileBytes = 3_000_000;
    private const string Reopen = "reopen";

    private static readonly VendorOperation ListFolders = new("list-care-folders");
    private static readonly VendorOperation FindFolder = new("find-care-folder");
    private static readonly VendorOperation SendMessage = new("send-message");
    private static readonly VendorOperation DeclareProblem = new("declare-problem");

    // A second transfer with the same tracking number is refused.
    private static readonly VendorOperation TransferItem = new("transfer-item") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListReturnsCall = new("list-returns");
    private static readonly VendorOperation ListRivals = new("list-competitors");

    public Paged<MessageThread> ListThreads(ThreadQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MessageThread>(async (token, cancellationToken) =>
        {
            // Folders are found by line: those of an order are asked for one line after the other.
            var lines = query.OrderId is { } order ? await LineIdsAsync(order, cancellationToken).ConfigureAwait(false) : [null];
            var (index, number) = Position(token);
            if (index >= lines.Count)
            {
                return new Page<MessageThread>([]);
            }

            var address = new QueryAddress("ws/sav").Add("last_message_date", Minute(query.ChangedSince)).Add("orderline", lines[index]).Add("page", number);
            var answer = await GetAsync(address, ListFolders, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(BackMarketJson.Default.Folders);
            var threads = answer.Map(page, static body => (IReadOnlyList<MessageThread>)[.. Results(body).Select(BackMarketCareMapping.FromFolder)]);
            if (query.IncludeMessages)
            {
                threads = await WithMessagesAsync(threads, query.IncludeRaw, cancellationToken).ConfigureAwait(false);
            }
            else if (query.IncludeRaw)
            {
                threads = answer.WithRaw("results", threads, static (thread, raw) => thread with { Raw = raw });
            }

            ContinuationToken? next = NextPage(answer, page.Next, number) is { } following ? Token(index, PageOf(following)) : index + 1 < lines.Count ? Token(index + 1, 1) : null;
            return new Page<MessageThread>(query.OrderId is { } about ? [.. threads.Select(thread => thread with { OrderId = about })] : threads, next);
        });
    }

    public async Task<MessageThread?> FindThreadAsync(ThreadId threadId, CancellationToken cancellationToken = default)
    {
        var answer = await channel.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, FolderPath(threadId)), FindFolder, cancellationToken).ConfigureAwait(false);
        if (BackMarketErrors.StatusOf(answer) == 404)
        {
            return null;
        }

        return BackMarketErrors.IsDone(answer)
            ? answer.Map(answer.ReadJson(BackMarketJson.Default.BackMarketFolderDetails), BackMarketCareMapping.FromDetails)
            : throw BackMarketErrors.Failure(answer);
    }

    public async Task<Outcome<SentMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Objection(request) is { } objection)
        {
            return Outcome.Refused<SentMessage>(objection);
        }

        var threadId = request.ThreadId!.Value;
        if (await FindThreadAsync(threadId, cancellationToken).ConfigureAwait(false) is not { } thread)
        {
            return Outcome.Refused<SentMessage>(UnknownFolder(threadId));
        }

        if (thread.IsOpen == false && request.VendorFields.GetValueOrDefault(Reopen) != "true")
        {
            return Outcome.Refused<SentMessage>(
                RefusalCode.InvalidTransition, $"The care folder {threadId} is closed, and a message would open it again: give VendorFields reopen=true when that is wanted.", nameof(request.ThreadId));
        }

        var form = new BackMarketForm().Add("message", request.Body);
        AddFiles(form, request.Attachments);
        var answer = await channel.SendAsync(form.ToRequest(FolderPath(threadId) + "/msg"), SendMessage, cancellationToken).ConfigureAwait(false);
        if (!BackMarketErrors.IsDone(answer))
        {
            return Outcome.Refused<SentMessage>(BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected));
        }

        return Outcome.Of(answer.Map(
            answer.ReadJson(BackMarketJson.Default.BackMarketSentMessage),
            static sent => new SentMessage(new ThreadId(BackMarketMapping.Number(sent.Group, "group")), BackMarketMapping.Number(sent.Id, "id"))));
    }

    public async Task<Outcome<SentMessage>> DeclareProblemAsync(
        ThreadId threadId, BackMarketProblem problem, string? message, IReadOnlyList<MessageAttachment> attachments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        if (FileObjection(attachments) is { } objection)
        {
            return Outcome.Refused<SentMessage>(objection);
        }

        if (problem.NeedsAttachment && attachments.Count == 0)
        {
            return Outcome.Refused<SentMessage>(RefusalCode.Validation, $"{problem} needs a file, such as a photo of it.", nameof(attachments));
        }

        var form = new BackMarketForm().Add("problem_type", problem.Value);
        if (!string.IsNullOrWhiteSpace(message))
        {
            form.Add("message", message);
        }

        AddFiles(form, attachments);
        var answer = await channel.SendAsync(form.ToRequest(FolderPath(threadId) + "/problem"), DeclareProblem, cancellationToken).ConfigureAwait(false);
        return answer.Status == 404
            ? Outcome.Refused<SentMessage>(UnknownFolder(threadId))
            : BackMarketErrors.IsDone(answer)
                ? Outcome.Of(new SentMessage(threadId))
                : Outcome.Refused<SentMessage>(BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected));
    }

    public async Task<Outcome<BackMarketItemTransfer>> TransferItemAsync(
        ThreadId threadId, string carrier, string trackingNumber, BackMarketItemAction action, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(carrier);
        ArgumentException.ThrowIfNullOrWhiteSpace(trackingNumber);
        var body = new BackMarketTransfer(BackMarketShippers.Of(carrier)!, trackingNumber, action.Value);
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Post, FolderPath(threadId) + "/item-transfer", body, BackMarketJson.Default.BackMarketTransfer), TransferItem, cancellationToken).ConfigureAwait(false);
        if (BackMarketErrors.IsDone(answer))
        {
            return Outcome.Of(new BackMarketItemTransfer(threadId, trackingNumber));
        }

        return answer.Status switch
        {
            404 => Outcome.Refused<BackMarketItemTransfer>(UnknownFolder(threadId)),

            // 400 is documented for one thing: a transfer with this tracking number is there already.
            400 => Outcome.Of(new BackMarketItemTransfer(threadId, trackingNumber, WasAlreadyTold: true)),
            _ => Outcome.Refused<BackMarketItemTransfer>(BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected)),
        };
    }

    public Paged<MarketplaceReturn> ListReturns(ReturnQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MarketplaceReturn>(async (token, cancellationToken) =>
        {
            var number = PageOf(token);
            var address = new QueryAddress("ws/shipping/v1/returns")
                .Add("page", number).Add("order_id", query.OrderId?.Value).Add("start_date", Time(query.ChangedSince));
            var answer = await GetAsync(address, ListReturnsCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(BackMarketJson.Default.Returns);
            var returns = answer.Map(page, static body => (IReadOnlyList<MarketplaceReturn>)[.. Results(body).Select(BackMarketCareMapping.FromReturn)]);
            if (query.IncludeRaw)
            {
                returns = answer.WithRaw("results", returns, static (item, raw) => item with { Raw = raw });
            }

            return new Page<MarketplaceReturn>(returns, NextPage(answer, page.Next, number), page.Count);
        });
    }

    public Task<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>> DecideReturnsAsync(
        IReadOnlyList<ReturnDecision> decisions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (decisions.Count is 0 or > 100 || decisions.DistinctBy(static decision => decision.ReturnId).Count() != decisions.Count)
        {
            throw new ArgumentException($"decisions has {decisions.Count} entries: give 1 to 100, each return once.", nameof(decisions));
        }

        var refusal = new Refusal(
            RefusalCode.NotSupported, "Back Market's API decides no returns: pay back by RefundOrderAsync, or send the item back by TransferItemAsync in its care folder.") { Field = "Verdict" };
        return Task.FromResult<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>>(
            [.. decisions.Select(decision => new ItemOutcome<MarketplaceReturnId>(decision.ReturnId, refusal))]);
    }

    public async Task<IReadOnlyList<BackMarketCompetitor>> ListCompetitorsAsync(string listingId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listingId);
        var answer = await GetAsync(new QueryAddress($"ws/backbox/v1/competitors/{Uri.EscapeDataString(listingId)}"), ListRivals, cancellationToken).ConfigureAwait(false);
        return answer.Map(answer.ReadJson(BackMarketJson.Default.Rivals), static rivals =>
            (IReadOnlyList<BackMarketCompetitor>)[.. rivals.Select(static rival => BackMarketMapping.FromRival(BackMarketMapping.Needed(rival, "competitors")))]);
    }

    private static Refusal? Objection(SendMessageRequest request)
    {
        if (request.ThreadId is null)
        {
            return new Refusal(RefusalCode.NotSupported, "ThreadId is not set: only the buyer opens a conversation at Back Market.") { Field = nameof(request.ThreadId) };
        }

        if (request.IsInternal || request.To != MessageParty.Buyer)
        {
            return new Refusal(RefusalCode.NotSupported, "A message goes to all who take part: to the buyer, never to the marketplace alone.") { Field = nameof(request.To) };
        }

        return request.VendorFields.Any(static field => field.Key != Reopen || field.Value is not ("true" or "false"))
            ? new Refusal(RefusalCode.NotSupported, "VendorFields takes reopen=true or reopen=false, nothing else.") { Field = nameof(request.VendorFields) }
            : FileObjection(request.Attachments);
    }

    private static Refusal? FileObjection(IReadOnlyList<MessageAttachment> files)
    {
        var reason = files.Count > MaxFiles ? $"There are over {MaxFiles} files." : files.Any(static file => file.Content.Length > MaxFileBytes) ? "A file has over 3 MB." : null;
        return reason is null ? null : new Refusal(RefusalCode.Validation, $"{reason} Back Market takes {MaxFiles} files of 3 MB each.") { Field = nameof(SendMessageRequest.Attachments) };
    }

    private static void AddFiles(BackMarketForm form, IReadOnlyList<MessageAttachment> files)
    {
        foreach (var file in files)
        {
            form.AddFile("attachment", file.FileName, file.MediaType, file.Content);
        }
    }

    private static Refusal UnknownFolder(ThreadId id) => new(RefusalCode.NotFound, $"The care folder {id} is not known.") { Field = nameof(SendMessageRequest.ThreadId) };

    private static string FolderPath(ThreadId id) => $"ws/sav/{Uri.EscapeDataString(id.Value)}";

    // "More recent than" a minute: the one before holds everything of the minute that is asked for.
    private static string? Minute(DateTimeOffset? time) =>
        time?.UtcDateTime.AddMinutes(-1).ToString("yyyy-MM-dd-HH-mm", CultureInfo.InvariantCulture);

    private static (int Index, int Number) Position(ContinuationToken? token)
    {
        var parts = token?.Value.Split('/');
        return parts is null ? (0, 1) : parts is [var first, var second] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (index, PageOf(new ContinuationToken(second)))
            : throw new ArgumentException($"The page token {token} is none of Back Market's.", nameof(token));
    }

    private static ContinuationToken Token(int index, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{index}/{number}"));

    private async Task<IReadOnlyList<string?>> LineIdsAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken) =>
        await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false) is { } found
            ? [.. found.Answer.Map(found.Order, BackMarketMapping.Lines).Select(static line => line.Id.Value)]
            : [];

    private async Task<IReadOnlyList<MessageThread>> WithMessagesAsync(IReadOnlyList<MessageThread> threads, bool includeRaw, CancellationToken cancellationToken)
    {
        var full = new List<MessageThread>();
        foreach (var thread in threads)
        {
            var answer = await GetAsync(new QueryAddress(FolderPath(thread.Id)), FindFolder, cancellationToken).ConfigureAwait(false);
            var details = answer.Map(answer.ReadJson(BackMarketJson.Default.BackMarketFolderDetails), BackMarketCareMapping.FromDetails);
            full.Add(includeRaw ? details with { Raw = System.Text.Encoding.UTF8.GetString(answer.Body.Span) } : details);
        }

        return full;
    }
}
