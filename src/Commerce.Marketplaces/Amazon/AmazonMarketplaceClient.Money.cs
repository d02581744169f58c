using System.Text;
using Commerce.Http;

namespace Commerce.Marketplaces.Amazon;

internal sealed partial class AmazonMarketplaceClient
{
    private const string CancellationFeed = "POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA";
    private const string RefundFeed = "POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA";

    // A second cancellation finds nothing left to cancel; a second refund pays twice, so it is never sent again.
    private static readonly VendorOperation CancelOrderCall = new("cancel-order") { IsSafeToRepeat = true, Limit = "create-feed" };
    private static readonly VendorOperation RefundOrderCall = new("refund-order") { Limit = "create-feed" };

    public async Task<Outcome<OrderCancelled>> CancelOrderAsync(CancelOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (UnknownField(request.VendorFields) is { } unknown)
        {
            return Outcome.Refused<OrderCancelled>(unknown);
        }

        var reason = request.VendorReason ?? AmazonStates.Reason(request.Reason);
        if (!IsCode(reason))
        {
            return Outcome.Refused<OrderCancelled>(RefusalCode.Validation, "VendorReason is none of Amazon's words: letters and digits, such as NoInventory.", nameof(request.VendorReason));
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderCancelled>(RefusalCode.NotFound, $"The order {request.OrderId} is not known.", nameof(request.OrderId));
        }

        var order = found.Order;
        IReadOnlyList<MarketplaceOrderLine> lines = request.Lines.Count == 0
            ? order.Lines
            : [.. order.Lines.Where(line => request.Lines.Any(part => part.LineId == line.Id))];
        if (order.State == MarketplaceOrderState.Cancelled)
        {
            return Outcome.Of(new OrderCancelled(order.Id, []) { Lines = [.. lines.Select(static line => new ItemOutcome<MarketplaceOrderLineId>(line.Id))] });
        }

        if (NotToCancel(request, order) is { } refusal)
        {
            return Outcome.Refused<OrderCancelled>(refusal);
        }

        var file = AmazonFlatFiles.Cancellation(order.Id.Value, reason, lines.Select(static line => line.Id.Value));
        var feed = await SubmitFeedAsync(CancellationFeed, FlatFile, file, [found.Store], CancelOrderCall, cancellationToken).ConfigureAwait(false);
        return Outcome.Of(new OrderCancelled(order.Id, [feed])
        {
            State = MarketplaceRequestState.Pending,
            Lines = [.. lines.Select(static line => new ItemOutcome<MarketplaceOrderLineId>(line.Id))],
        });
    }

    public async Task<OrderCancelled> GetCancellationAsync(OrderCancelled cancellation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        if (!cancellation.IsPending)
        {
            return cancellation;
        }

        var ended = await EndOfAsync(cancellation.VendorIds, cancellation.Lines, cancellationToken).ConfigureAwait(false);
        return cancellation with { State = ended.State, Failure = ended.Failure, Lines = ended.Lines, Raw = ended.Raw };
    }

    public async Task<Outcome<OrderRefunded>> RefundOrderAsync(RefundOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Check() is { } incomplete)
        {
            return Outcome.Refused<OrderRefunded>(incomplete);
        }

        var reason = request.VendorReason ?? AmazonStates.Reason(request.Reason);
        if (UnknownField(request.VendorFields) is { } unknown)
        {
            return Outcome.Refused<OrderRefunded>(unknown);
        }

        if (!IsCode(reason))
        {
            return Outcome.Refused<OrderRefunded>(RefusalCode.Validation, "VendorReason is none of Amazon's words: letters and digits, such as CustomerReturn.", nameof(request.VendorReason));
        }

        if (request.Lines.Count == 0 || request.Note is not null)
        {
            return Outcome.Refused<OrderRefunded>(
                RefusalCode.NotSupported,
                "Amazon pays back by line and without a note: give Lines, leave Amount and Note out.",
                request.Note is not null ? nameof(request.Note) : nameof(request.Lines));
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderRefunded>(RefusalCode.NotFound, $"The order {request.OrderId} is not known.", nameof(request.OrderId));
        }

        var order = found.Order;
        if (order.State != MarketplaceOrderState.Shipped && order.State != MarketplaceOrderState.Delivered && order.State != MarketplaceOrderState.PartiallyShipped)
        {
            return Outcome.Refused<OrderRefunded>(
                RefusalCode.InvalidTransition, $"The order {order.Id} is {order.VendorState}: Amazon pays back what was shipped; cancel what was not.", nameof(request.OrderId));
        }

        var rows = new List<AmazonRefundRow>();
        foreach (var part in request.Lines)
        {
            if (!AmazonRefunds.TryMake(part, order, out var row, out var refusal))
            {
                return Outcome.Refused<OrderRefunded>(refusal);
            }

            rows.Add(row);
        }

        var file = AmazonFlatFiles.Refund(order.Id.Value, reason, rows);
        var feed = await SubmitFeedAsync(RefundFeed, FlatFile, file, [found.Store], RefundOrderCall, cancellationToken).ConfigureAwait(false);
        return Outcome.Of(new OrderRefunded(order.Id, [feed])
        {
            State = MarketplaceRequestState.Pending,
            Lines = [.. request.Lines.Select(static line => new ItemOutcome<MarketplaceOrderLineId>(line.LineId))],
        });
    }

    public async Task<OrderRefunded> GetRefundAsync(OrderRefunded refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        if (!refund.IsPending)
        {
            return refund;
        }

        var ended = await EndOfAsync(refund.VendorIds, refund.Lines, cancellationToken).ConfigureAwait(false);
        return refund with { State = ended.State, Failure = ended.Failure, Lines = ended.Lines, Raw = ended.Raw };
    }

    public Paged<CancellationRequest> ListCancellationRequests(CancellationRequestQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var orders = new OrderQuery
        {
            ChangedSince = query.RequestedSince,
            States = query.OpenOnly
                ? [MarketplaceOrderState.ReadyToShip, MarketplaceOrderState.PartiallyShipped]
                : [],
            PageSize = query.PageSize,
            IncludeRaw = query.IncludeRaw,
        };
        return new Paged<CancellationRequest>(async (token, cancellationToken) =>
        {
            if (query.OrderId is { } orderId)
            {
                var order = await FindOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
                return new Page<CancellationRequest>(order is null ? [] : [.. Requests([order], query)]);
            }

            var page = (await ReadOrdersAsync(orders, token, cancellationToken).ConfigureAwait(false)).Page;
            return new Page<CancellationRequest>([.. Requests(page.Items, query)], page.Next);
        });
    }

    public async Task<Outcome<CancellationRequest>> AnswerCancellationAsync(CancellationAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.IsAccepted)
        {
            return Outcome.Refused<CancellationRequest>(
                RefusalCode.NotSupported, "Amazon has no refusal of a buyer's request: ship the order, that is the answer.", nameof(answer.IsAccepted));
        }

        var order = await FindOrderAsync(answer.OrderId, cancellationToken).ConfigureAwait(false);
        if (order is null || !order.IsCancellationRequested)
        {
            return Outcome.Refused<CancellationRequest>(RefusalCode.NotFound, $"Nobody asks to cancel the order {answer.OrderId}.", nameof(answer.RequestId));
        }

        var cancelled = await CancelOrderAsync(
            new CancelOrderRequest
            {
                OrderId = answer.OrderId,
                Reason = CancellationReason.BuyerRequest,
                VendorReason = answer.VendorReason,
                Lines = [.. order.Lines.Where(static line => line.IsCancellationRequested).Select(static line => new LineAmount { LineId = line.Id })],
                VendorFields = answer.VendorFields,
            },
            cancellationToken).ConfigureAwait(false);
        return cancelled.Map(done => Request(order) with
        {
            IsOpen = false,
            VendorState = done.VendorIds is [var feed, ..] ? $"{order.VendorState}, cancellation feed {feed}" : order.VendorState,
        });
    }

    private static bool IsCode(string reason) => reason.Length is > 0 and <= 50 && reason.All(char.IsAsciiLetterOrDigit);

    private static Refusal? NotToCancel(CancelOrderRequest request, MarketplaceOrder order)
    {
        if (order.State != MarketplaceOrderState.ReadyToShip && order.State != MarketplaceOrderState.PartiallyShipped)
        {
            return new Refusal(RefusalCode.InvalidTransition, $"The order {order.Id} is {order.VendorState}: only what waits for shipping is cancelled.") { VendorCode = order.VendorState };
        }

        if (order.Lines[0].FulfilledBy == FulfilmentParty.Marketplace)
        {
            return new Refusal(RefusalCode.PolicyViolation, $"Amazon itself ships the order {order.Id}: it cannot be cancelled here.");
        }

        foreach (var part in request.Lines)
        {
            var line = order.Lines.FirstOrDefault(known => known.Id == part.LineId);
            if (line is null)
            {
                return new Refusal(RefusalCode.NotFound, $"The order {order.Id} has no line {part.LineId}.") { Field = nameof(request.Lines) };
            }

            if (part.Quantity is { } quantity && quantity != line.Quantity)
            {
                return new Refusal(RefusalCode.NotSupported, $"Amazon cancels whole lines: {part.LineId} has {line.Quantity}, not {quantity}.") { Field = nameof(request.Lines) };
            }
        }

        return null;
    }

    private static IEnumerable<CancellationRequest> Requests(IEnumerable<MarketplaceOrder> orders, CancellationRequestQuery query) => orders
        .Where(static order => order.IsCancellationRequested)
        .Select(order => Request(order) with { Raw = query.IncludeRaw ? order.Raw : null })
        .Where(request => (!query.OpenOnly || request.IsOpen) && !(request.RequestedAt < query.RequestedSince));

    // Amazon gives a request neither a key nor a time: the order has one, and it changed when the buyer asked or later.
    private static CancellationRequest Request(MarketplaceOrder order) => new()
    {
        Id = new CancellationRequestId(order.Id.Value),
        OrderId = order.Id,
        Lines = [.. order.Lines.Where(static line => line.IsCancellationRequested).Select(static line => new LineAmount { LineId = line.Id, Quantity = line.Quantity })],
        RequestedAt = order.UpdatedAt ?? order.CreatedAt,
        IsOpen = order.State == MarketplaceOrderState.ReadyToShip || order.State == MarketplaceOrderState.PartiallyShipped,
        VendorState = order.VendorState,
    };

    private async Task<FeedEnd> EndOfAsync(
        IReadOnlyList<string> feedIds, IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>> lines, CancellationToken cancellationToken)
    {
        if (feedIds is not [var id, ..])
        {
            return new FeedEnd(MarketplaceRequestState.Done, lines);
        }

        var (answer, feed) = await ReadFeedAsync(id, cancellationToken).ConfigureAwait(false);
        if (feed.ProcessingStatus is not ("DONE" or "FATAL" or "CANCELLED"))
        {
            return new FeedEnd(MarketplaceRequestState.Pending, lines);
        }

        var isFailed = feed.ProcessingStatus != "DONE";
        if (feed.ResultFeedDocumentId is not { Length: > 0 } documentId)
        {
            return isFailed ? Failed(FeedFailed(feed), null) : throw answer.Malformed("the processing report (resultFeedDocumentId) is missing");
        }

        var (document, content) = await ReadDocumentAsync($"feeds/2021-06-30/documents/{Segment(documentId)}", GetFeedDocument, null, cancellationToken).ConfigureAwait(false);
        var report = Encoding.UTF8.GetString(content.Span);
        if (isFailed)
        {
            return Failed(FeedFailed(feed), report);
        }

        // What the report leaves open stays open: money that may have moved is looked at by a person.
        string[] sent = [.. lines.Select(static line => line.Key.Value)];
        var errors = document.Map(report, text => AmazonFlatFiles.Errors(text, sent));
        IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>> outcomes =
        [
            .. lines.Select(line => errors.TryGetValue(line.Key.Value, out var error)
                ? line with { Refusal = new Refusal(RefusalCode.ExternalRejected, "amazon refused: " + WireText.Cut(error.Message, 1900)) { VendorCode = error.Code } }
                : line),
        ];
        var first = outcomes.FirstOrDefault(static line => !line.IsSuccess)?.Refusal;
        return first is not null && outcomes.All(static line => !line.IsSuccess)
            ? new FeedEnd(MarketplaceRequestState.Failed, outcomes, first, report)
            : new FeedEnd(MarketplaceRequestState.Done, outcomes, null, report);

        FeedEnd Failed(Refusal refusal, string? raw) =>
            new(MarketplaceRequestState.Failed, [.. lines.Select(line => line with { Refusal = refusal })], refusal, raw);
    }

    private sealed record FeedEnd(
        MarketplaceRequestState State, IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>> Lines, Refusal? Failure = null, string? Raw = null);
}
