using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private static readonly VendorOperation ListReturnsCall = new("list-returns");
    private static readonly VendorOperation DecideReturn = new("decide-return");

    public Paged<MarketplaceReturn> ListReturns(ReturnQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MarketplaceReturn>(async (token, cancellationToken) =>
        {
            // eBay lists by the time of opening and tells no time of change: whatever may have changed is listed.
            var offset = Offset(token);
            var now = channel.Clock.GetUtcNow();
            var address = new QueryAddress(PostOrder + "return/search")
                .Add("role", "SELLER")
                .Add("creation_date_range_from", query.ChangedSince is { } since ? EbayMapping.Time(Later(since - options.ReturnLookBack, now.AddDays(-540))) : null)
                .Add("creation_date_range_to", query.ChangedSince is null ? null : EbayMapping.Time(now))
                .Add("order_id", query.OrderId?.Value)
                .Add("limit", query.PageSize)
                .Add("offset", offset)
                .ToString();
            var answer = await ReadAsync(() => Get(address, EbayToken.PostOrder), ListReturnsCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(EbayJson.Default.EbayReturns);
            var found = Entries(answer, page.Members, "members");
            var returns = answer.Map(found, static all => (IReadOnlyList<MarketplaceReturn>)[.. all.Select(FromReturn)]);
            if (query.IncludeRaw)
            {
                returns = answer.WithRaw("members", returns, static (back, raw) => back with { Raw = raw });
            }

            return new Page<MarketplaceReturn>(returns, Next(offset, found.Count, page.PaginationOutput?.TotalEntries), page.PaginationOutput?.TotalEntries);
        });
    }

    public async Task<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>> DecideReturnsAsync(
        IReadOnlyList<ReturnDecision> decisions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (decisions.Count is 0 or > 100)
        {
            throw new ArgumentException($"decisions has {decisions.Count} entries: give 1 to 100.", nameof(decisions));
        }

        var batch = new EbayBatch<MarketplaceReturnId>();
        foreach (var decision in decisions)
        {
            await batch.AddAsync(decision.ReturnId, () => DecideAsync(decision, cancellationToken)).ConfigureAwait(false);
        }

        return batch.Outcomes();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static MarketplaceReturn FromReturn(EbayReturn wire)
    {
        var item = wire.CreationInfo?.Item;
        return new MarketplaceReturn
        {
            Id = new MarketplaceReturnId(EbayMapping.Needed(wire.ReturnId, "members.returnId")),
            OrderId = new MarketplaceOrderId(EbayMapping.Needed(wire.OrderId, "members.orderId")),
            State = EbayStates.OfReturn(wire.Status),
            VendorState = wire.Status ?? wire.State ?? "",
            VendorReason = wire.CreationInfo?.Reason,
            CreatedAt = EbayMapping.Needed(wire.CreationInfo?.CreationDate?.Value, "members.creationInfo.creationDate"),
            AnswerBy = wire.SellerResponseDue?.RespondByDate?.Value,
            Lines = item?.TransactionId is { } line
                ? [new ParcelLine { LineId = new MarketplaceOrderLineId(line), Quantity = item.ReturnQuantity ?? 1 }]
                : [],
        };
    }

    private async Task<Refusal?> DecideAsync(ReturnDecision decision, CancellationToken cancellationToken)
    {
        if (decision.VendorFields.Count > 0)
        {
            return NoVendorFields();
        }

        var isReceipt = decision.Verdict == ReturnVerdict.ConfirmReceipt;
        var word = EbayCodes.DecisionOf(decision.Verdict);
        if (word is null && !isReceipt)
        {
            return new Refusal(RefusalCode.NotSupported, $"eBay has no {decision.Verdict} of returns.") { Field = nameof(decision.Verdict) };
        }

        if (decision.Verdict == ReturnVerdict.OfferPartialRefund && decision.Amount is null)
        {
            return new Refusal(RefusalCode.Validation, "Amount is not set: an offer of a part of the money names it.") { Field = nameof(decision.Amount) };
        }

        if (decision.Verdict == ReturnVerdict.ProvideRma && decision.RmaNumber is null)
        {
            return new Refusal(RefusalCode.Validation, "RmaNumber is not set: this verdict names it.") { Field = nameof(decision.RmaNumber) };
        }

        var comments = decision.Note is { } note ? new EbayText(note) : null;
        var path = $"{PostOrder}return/{Uri.EscapeDataString(decision.ReturnId.Value)}/";
        var answer = await SendAsync(
            () => isReceipt
                ? Post(path + "mark_as_received", new EbayComments(comments), EbayJson.Default.EbayComments, EbayToken.PostOrder)
                : Post(
                    path + "decide",
                    new EbayReturnDecision
                    {
                        Decision = word!,
                        Comments = comments,
                        PartialRefundAmount = decision.Verdict == ReturnVerdict.OfferPartialRefund ? EbayMapping.Money(decision.Amount!.Value) : null,
                        RMANumber = decision.Verdict == ReturnVerdict.ProvideRma ? decision.RmaNumber : null,
                    },
                    EbayJson.Default.EbayReturnDecision,
                    EbayToken.PostOrder,
                    isSigned: true),
            DecideReturn,
            cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return null;
        }

        if (!EbayErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        // A decision that was taken before is refused by state: done, when the return is where the decision leads.
        var found = await ReadReturnAsync(decision.ReturnId, cancellationToken).ConfigureAwait(false);
        return found is not null && IsWhere(EbayStates.OfReturn(found.Value.Return.Status), decision.Verdict) ? null : EbayErrors.Refusal(answer);
    }

    private static bool IsWhere(MarketplaceReturnState state, ReturnVerdict verdict) =>
        verdict == ReturnVerdict.ConfirmReceipt ? state == MarketplaceReturnState.Received
        : verdict == ReturnVerdict.Accept || verdict == ReturnVerdict.AcceptWithoutLabel ? state == MarketplaceReturnState.Accepted
        : verdict == ReturnVerdict.Refuse && state == MarketplaceReturnState.Closed;

    private async Task<(EbayReturn Return, VendorAnswer Answer)?> ReadReturnAsync(MarketplaceReturnId id, CancellationToken cancellationToken)
    {
        var address = new QueryAddress(PostOrder + "return/search").Add("role", "SELLER").Add("return_id", id.Value).Add("limit", 1).Add("offset", 0).ToString();
        var answer = await ReadAsync(() => Get(address, EbayToken.PostOrder), ListReturnsCall, cancellationToken).ConfigureAwait(false);
        var found = Entries(answer, answer.ReadJson(EbayJson.Default.EbayReturns).Members, "members");
        return found.Count == 0 ? null : (found[0], answer);
    }
}
