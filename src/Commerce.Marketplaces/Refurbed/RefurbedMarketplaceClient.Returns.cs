using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Returns. Source: <c>OrderItemReturnService/ListOrderItemReturns</c>; what came in is an item set to RETURNED.</summary>
internal sealed partial class RefurbedMarketplaceClient
{
    private static readonly VendorOperation ListReturnsCall = new("list-returns") { IsSafeToRepeat = true };

    public Paged<MarketplaceReturn> ListReturns(ReturnQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);

        // Refurbed knows when a return began, not when it changed.
        var since = query.ChangedSince is { } changed ? Time(changed - options.ReturnWindow) : null;
        var filter = query.OrderId is null && since is null
            ? null
            : new RefurbedReturnsFilter(query.OrderId is { } id ? new RefurbedAnyOf([id.Value]) : null, since is null ? null : new RefurbedRange(since));
        return new Paged<MarketplaceReturn>(async (token, cancellationToken) =>
        {
            var body = new RefurbedReturnsRequest(new RefurbedPagination(query.PageSize, token?.Value), new RefurbedSort("ID", "ASC"), filter);
            var answer = await ReadAsync("OrderItemReturnService/ListOrderItemReturns", body, RefurbedJson.Default.RefurbedReturnsRequest, ListReturnsCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(RefurbedJson.Default.RefurbedReturns);
            var returns = RefurbedRaw.Map<RefurbedReturn, MarketplaceReturn>(
                answer, "returns", page.Returns, RefurbedMapping.FromReturn, query.IncludeRaw ? static (item, raw) => item with { Raw = raw } : null);
            return new Page<MarketplaceReturn>(returns, Next(page.HasMore, returns.Count == 0 ? null : returns[^1].Id.Value));
        });
    }

    public async Task<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>> DecideReturnsAsync(
        IReadOnlyList<ReturnDecision> decisions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (decisions.Count is 0 or > 100 || decisions.DistinctBy(static decision => decision.ReturnId).Count() != decisions.Count)
        {
            throw new ArgumentException($"decisions has {decisions.Count} entries: give 1 to 100, each return once.", nameof(decisions));
        }

        var outcomes = new List<ItemOutcome<MarketplaceReturnId>>(decisions.Count);
        foreach (var decision in decisions)
        {
            try
            {
                outcomes.Add(new ItemOutcome<MarketplaceReturnId>(decision.ReturnId, await DecideAsync(decision, cancellationToken).ConfigureAwait(false)));
            }
            catch (CommerceException exception) when (outcomes.Exists(static outcome => outcome.IsSuccess))
            {
                outcomes.Add(new ItemOutcome<MarketplaceReturnId>(decision.ReturnId, new Refusal(
                    RefusalCode.ExternalUnavailable, $"No answer is known for the return {decision.ReturnId} ({exception.Kind}): send it again, it does no harm.")));
            }
        }

        return outcomes;
    }

    private async Task<Refusal?> DecideAsync(ReturnDecision decision, CancellationToken cancellationToken)
    {
        if (decision.Verdict != ReturnVerdict.ConfirmReceipt)
        {
            return new Refusal(RefusalCode.NotSupported, $"Refurbed has no {decision.Verdict} of returns: it accepts them by itself, the seller confirms the receipt.") { Field = nameof(decision.Verdict) };
        }

        if (decision.Amount is not null)
        {
            return new Refusal(RefusalCode.NotSupported, "A receipt pays nothing back: do it with RefundOrderAsync.") { Field = nameof(decision.Amount) };
        }

        if (decision.VendorFields.Count > 0)
        {
            return NoVendorFields();
        }

        if (await FindReturnAsync(decision.ReturnId, orderId: null, cancellationToken).ConfigureAwait(false) is not { } found
            || await ReadOrderAsync(found.OrderId, cancellationToken).ConfigureAwait(false) is not { } order)
        {
            return new Refusal(RefusalCode.NotFound, $"The return {decision.ReturnId} is not known to Refurbed.") { Field = nameof(decision.ReturnId) };
        }

        var (outcomes, _) = await MoveAsync(
            order, [new RefurbedItemUpdate { Id = found.Lines[0].LineId.Value, State = RefurbedStates.Returned }], cancellationToken).ConfigureAwait(false);
        return outcomes[0].Refusal;
    }

    /// <summary>Finds a return: among those of its order, or right after the id before it, since a list has no filter by id.</summary>
    private async Task<MarketplaceReturn?> FindReturnAsync(MarketplaceReturnId returnId, MarketplaceOrderId? orderId, CancellationToken cancellationToken)
    {
        if (orderId is { } order)
        {
            await foreach (var known in ListReturns(new ReturnQuery { OrderId = order, PageSize = MaxPage }).ConfigureAwait(false).WithCancellation(cancellationToken))
            {
                if (known.Id == returnId)
                {
                    return known;
                }
            }

            return null;
        }

        if (!long.TryParse(returnId.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0)
        {
            return null;
        }

        var body = new RefurbedReturnsRequest(
            new RefurbedPagination(1, id == 1 ? null : (id - 1).ToString(CultureInfo.InvariantCulture)), new RefurbedSort("ID", "ASC"), Filter: null);
        var answer = await ReadAsync("OrderItemReturnService/ListOrderItemReturns", body, RefurbedJson.Default.RefurbedReturnsRequest, ListReturnsCall, cancellationToken).ConfigureAwait(false);
        return answer.Map(
            answer.ReadJson(RefurbedJson.Default.RefurbedReturns), page => (page.Returns ?? []).OfType<RefurbedReturn>().Where(item => item.Id == returnId.Value).Select(RefurbedMapping.FromReturn).FirstOrDefault());
    }
}
