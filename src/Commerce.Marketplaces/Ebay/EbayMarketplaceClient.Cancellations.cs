using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private static readonly VendorOperation CancelOrder = new("cancel-order");
    private static readonly VendorOperation ListCancellations = new("list-cancellations");
    private static readonly VendorOperation AnswerCancellation = new("answer-cancellation");
    private static readonly VendorOperation CheckCancellation = new("check-cancellation") { IsSafeToRepeat = true };

    public async Task<Outcome<OrderCancelled>> CancelOrderAsync(CancelOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderCancelled>(NoVendorFields());
        }

        if (request.Lines.Count > 0)
        {
            return Outcome.Refused<OrderCancelled>(
                RefusalCode.NotSupported, "Lines is not empty: eBay cancels whole orders only. Refund the lines that cannot be shipped.", nameof(request.Lines));
        }

        if ((request.VendorReason ?? EbayCodes.CancelReasonOf(request.Reason)) is not { } reason)
        {
            return Outcome.Refused<OrderCancelled>(
                RefusalCode.Validation,
                $"eBay lets no seller cancel for {request.Reason}: give OutOfStock, BuyerRequest or AddressProblem, or eBay's own code as VendorReason.",
                nameof(request.Reason));
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderCancelled>(UnknownOrder(request.OrderId));
        }

        // A cancellation has no key of ours: what the order tells is what counts after a lost answer.
        var (order, known) = (found.Order, found.Order.CancelStatus?.CancelRequests ?? []);
        switch (order.CancelStatus?.CancelState)
        {
            case "CANCELED":
                return Outcome.Of(new OrderCancelled(request.OrderId, Ids(known)));
            case "IN_PROGRESS" when known.Any(static wish => IsBuyer(wish.CancelInitiator) && wish.CancelRequestState == "REQUESTED"):
                return Outcome.Refused<OrderCancelled>(
                    RefusalCode.InvalidTransition, "The buyer has asked to cancel: answer that request (AnswerCancellationAsync).", nameof(request.OrderId));
            case "IN_PROGRESS":
                return Outcome.Of(new OrderCancelled(request.OrderId, Ids(known)) { State = MarketplaceRequestState.Pending });
        }

        var paidAt = (order.PaymentSummary?.Payments ?? []).Max(static payment => payment.PaymentDate);
        var body = new EbayCancellationInput
        {
            LegacyOrderId = order.LegacyOrderId ?? request.OrderId.Value,
            CancelReason = reason,
            BuyerPaid = paidAt is not null,
            BuyerPaidDate = paidAt is { } time ? new EbayDateInput(EbayMapping.Time(time)) : null,
        };
        var answer = await SendAsync(
            () => Post(PostOrder + "cancellation", body, EbayJson.Default.EbayCancellationInput, EbayToken.PostOrder, isSigned: true),
            CancelOrder,
            cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return Refused<OrderCancelled>(answer);
        }

        var key = answer.ReadJson(EbayJson.Default.EbayCancellationKey).CancelId;
        return string.IsNullOrEmpty(key)
            ? throw answer.Malformed("cancelId is missing")
            : Outcome.Of(new OrderCancelled(request.OrderId, [key]) { State = MarketplaceRequestState.Pending });

        static IReadOnlyList<string> Ids(IReadOnlyList<EbayCancelRequest> wishes) => [.. wishes.Select(static wish => wish.CancelRequestId).OfType<string>()];
    }

    public async Task<OrderCancelled> GetCancellationAsync(OrderCancelled cancellation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        if (cancellation.VendorIds is not [{ } id, ..])
        {
            return cancellation;
        }

        if (await FindCancellationAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return cancellation;
        }

        var state = EbayStates.OfCancellation(found.Cancellation.CancelStatus);
        return cancellation with
        {
            State = state,
            Failure = state == MarketplaceRequestState.Failed
                ? new Refusal(RefusalCode.ExternalRejected, $"ebay refused: the cancellation ended as {found.Cancellation.CancelStatus}.") { VendorCode = found.Cancellation.CancelStatus }
                : null,
        };
    }

    public async Task<Outcome<EbayCancellationCheck>> CheckCancellationAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var body = new EbayEligibilityInput(orderId.Value);
        var answer = await SendAsync(
            () => Post(PostOrder + "cancellation/check_eligibility", body, EbayJson.Default.EbayEligibilityInput, EbayToken.PostOrder),
            CheckCancellation,
            cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return Refused<EbayCancellationCheck>(answer);
        }

        var told = answer.ReadJson(EbayJson.Default.EbayEligibilityAnswer);
        var items = told.ItemEligibilityResult ?? [];
        return Outcome.Of(new EbayCancellationCheck(
            told.Eligible ?? (items.Count > 0 && items.All(static item => item?.Eligible == true)),
            [.. (told.FailureReason ?? []).Concat(items.SelectMany(static item => item?.FailureReason ?? [])).Where(static reason => reason is not null).Distinct()]));
    }

    public Paged<CancellationRequest> ListCancellationRequests(CancellationRequestQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<CancellationRequest>(async (token, cancellationToken) =>
        {
            var offset = Offset(token);
            var address = new QueryAddress(PostOrder + "cancellation/search")
                .Add("role", "SELLER")
                .Add("creation_date_range_from", query.RequestedSince is { } since ? EbayMapping.Time(since) : null)
                .Add("creation_date_range_to", query.RequestedSince is null ? null : EbayMapping.Time(channel.Clock.GetUtcNow()))
                .Add("legacy_order_id", query.OrderId?.Value)
                .Add("limit", query.PageSize)
                .Add("offset", offset)
                .ToString();
            var answer = await ReadAsync(() => Get(address, EbayToken.PostOrder), ListCancellations, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(EbayJson.Default.EbayCancellations);
            var found = Entries(answer, page.Cancellations, "cancellations");
            var requests = answer.Map(found, static all => (IReadOnlyList<CancellationRequest>)[.. all.Select(FromCancellation)]);
            if (query.IncludeRaw)
            {
                requests = answer.WithRaw("cancellations", requests, static (request, raw) => request with { Raw = raw });
            }

            // The seller's own cancellations are listed beside those that buyers asked for.
            return new Page<CancellationRequest>(
                [.. requests.Where((request, index) => IsBuyer(found[index].RequestorType) && (request.IsOpen || !query.OpenOnly))],
                Next(offset, found.Count, page.PaginationOutput?.TotalEntries ?? page.Total));
        });
    }

    public async Task<Outcome<CancellationRequest>> AnswerCancellationAsync(CancellationAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.VendorFields.Count > 0)
        {
            return Outcome.Refused<CancellationRequest>(NoVendorFields());
        }

        if (await FindCancellationAsync(answer.RequestId.Value, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return Outcome.Refused<CancellationRequest>(
                RefusalCode.NotFound, $"The request to cancel {answer.RequestId} is not known.", nameof(answer.RequestId));
        }

        if (!EbayStates.IsOpenRequest(before.Cancellation.CancelStatus))
        {
            return Answered(before, answer);
        }

        var path = $"{PostOrder}cancellation/{Uri.EscapeDataString(answer.RequestId.Value)}/";

        // A refusal without a body fails, one with an empty object does not.
        var rejection = new EbayRejection(answer.ShippedAt is { } time ? new EbayDateInput(EbayMapping.Time(time)) : null, answer.TrackingNumber);
        var told = await SendAsync(
            () => answer.IsAccepted
                ? Post(path + "approve", EbayToken.PostOrder, isSigned: true)
                : Post(path + "reject", rejection, EbayJson.Default.EbayRejection, EbayToken.PostOrder),
            AnswerCancellation,
            cancellationToken).ConfigureAwait(false);
        if (!told.IsSuccess && !EbayErrors.IsRefusal(told))
        {
            throw told.Failure();
        }

        var after = await FindCancellationAsync(answer.RequestId.Value, cancellationToken).ConfigureAwait(false) ?? before;
        return told.IsSuccess
            ? Outcome.Of(after.Answer.Map(after.Cancellation, FromCancellation))
            : EbayStates.IsOpenRequest(after.Cancellation.CancelStatus) ? Outcome.Refused<CancellationRequest>(EbayErrors.Refusal(told)) : Answered(after, answer);
    }

    private static bool IsBuyer(string? who) => string.Equals(who, "BUYER", StringComparison.OrdinalIgnoreCase);

    private static int Offset(ContinuationToken? token) => token is { } at ? int.Parse(at.Value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static ContinuationToken? Next(int offset, int count, long? total) =>
        count > 0 && offset + count < total ? new ContinuationToken((offset + count).ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;

    /// <summary>Judges a request that had been answered before: the same way counts as done.</summary>
    private static Outcome<CancellationRequest> Answered((EbayCancellation Cancellation, VendorAnswer Answer) found, CancellationAnswer answer)
    {
        var isRejected = EbayStates.OfCancellation(found.Cancellation.CancelStatus) == MarketplaceRequestState.Failed;
        return isRejected != answer.IsAccepted
            ? Outcome.Of(found.Answer.Map(found.Cancellation, FromCancellation))
            : Outcome.Refused<CancellationRequest>(new Refusal(
                RefusalCode.InvalidTransition, $"The request to cancel {answer.RequestId} was answered the other way: it is {found.Cancellation.CancelStatus}.")
            {
                Field = nameof(answer.IsAccepted), VendorCode = found.Cancellation.CancelStatus,
            });
    }

    private static CancellationRequest FromCancellation(EbayCancellation wire) => new()
    {
        Id = new CancellationRequestId(EbayMapping.Needed(wire.CancelId, "cancellations.cancelId")),
        OrderId = new MarketplaceOrderId(EbayMapping.Needed(wire.LegacyOrderId, "cancellations.legacyOrderId")),
        Lines = [.. (wire.LineItems ?? []).Where(static line => line.TransactionId is not null).Select(static line => new LineAmount
        {
            LineId = new MarketplaceOrderLineId(line.TransactionId!), Quantity = line.CancelQuantity,
        })],
        VendorReason = wire.CancelReason,
        RequestedAt = EbayMapping.Needed(wire.CancelRequestDate?.Value, "cancellations.cancelRequestDate"),
        AnswerBy = wire.SellerResponseDueDate?.Value,
        IsOpen = EbayStates.IsOpenRequest(wire.CancelStatus),
        VendorState = wire.CancelStatus ?? wire.CancelState ?? "",
    };

    private async Task<(EbayCancellation Cancellation, VendorAnswer Answer)?> FindCancellationAsync(string id, CancellationToken cancellationToken)
    {
        var address = new QueryAddress(PostOrder + "cancellation/search").Add("role", "SELLER").Add("cancel_id", id).Add("limit", 1).Add("offset", 0).ToString();
        var answer = await ReadAsync(() => Get(address, EbayToken.PostOrder), ListCancellations, cancellationToken).ConfigureAwait(false);
        var found = Entries(answer, answer.ReadJson(EbayJson.Default.EbayCancellations).Cancellations, "cancellations");
        return found.Count == 0 ? null : (found[0], answer);
    }
}
