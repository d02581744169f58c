using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Returns. Source: Mirakl seller API, RT11, RT21, RT25, RT26, RT27, RT29.</summary>
internal sealed partial class MiraklMarketplaceClient
{
    private static readonly VendorOperation ListReturnsCall = new("list-returns");
    private static readonly VendorOperation DecideReturns = new("decide-returns") { IsSafeToRepeat = true };

    public Paged<MarketplaceReturn> ListReturns(ReturnQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MarketplaceReturn>(async (token, cancellationToken) =>
        {
            var address = token is { } next
                ? new QueryAddress("api/returns").Add("page_token", next.Value)
                : new QueryAddress("api/returns")
                    .Add("return_last_updated_from", Date(query.ChangedSince))
                    .Add("order_commercial_id", query.OrderId is { } id ? (await FindOrderAsync(id, cancellationToken).ConfigureAwait(false))?.CommercialId ?? id.Value : null)
                    .Add("shop_id", options.ShopId)
                    .Add("limit", Math.Max(query.PageSize, 10));
            var answer = await GetAsync(address, ListReturnsCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(MiraklJson.Default.MiraklReturns);
            var returns = answer.Map(
                page, body => (IReadOnlyList<MarketplaceReturn>)[.. (body.Data ?? throw new FormatException("data")).Select(MiraklReturnMapping.FromReturn)]);
            if (query.IncludeRaw)
            {
                returns = answer.WithRaw("data", returns, static (item, raw) => item with { Raw = raw });
            }

            // The commercial number groups several orders: those of the others are left out here.
            return new Page<MarketplaceReturn>(
                query.OrderId is { } order ? [.. returns.Where(item => item.OrderId == order)] : returns,
                string.IsNullOrEmpty(page.NextPageToken) ? null : new ContinuationToken(page.NextPageToken));
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

        var outcomes = new Dictionary<MarketplaceReturnId, Refusal?>();
        foreach (var group in decisions.GroupBy(MiraklReturnMapping.ActionOf))
        {
            if (group.Key is not { } action)
            {
                foreach (var decision in group)
                {
                    outcomes[decision.ReturnId] = MiraklReturnMapping.Objection(decision);
                }

                continue;
            }

            await DecideAsync(action, [.. group], outcomes, cancellationToken).ConfigureAwait(false);
        }

        return [.. decisions.Select(decision => new ItemOutcome<MarketplaceReturnId>(decision.ReturnId, outcomes[decision.ReturnId]))];
    }

    private async Task DecideAsync(
        string action, IReadOnlyList<ReturnDecision> decisions, Dictionary<MarketplaceReturnId, Refusal?> outcomes, CancellationToken cancellationToken)
    {
        var body = new MiraklReturnActions([.. decisions.Select(MiraklReturnMapping.ToAction)]);
        var message = VendorJson.Request(HttpMethod.Put, WithShop($"api/returns/{action}"), body, MiraklJson.Default.MiraklReturnActions);
        var answer = await channel.SendAsync(message, DecideReturns, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            var refusal = MiraklErrors.IsRefusal(answer) ? answer.Refusal(RefusalCode.ExternalRejected) : throw answer.Failure();
            foreach (var decision in decisions)
            {
                outcomes[decision.ReturnId] = refusal;
            }

            return;
        }

        // Success and failure come side by side in an answer that says 200.
        var told = answer.Map(answer.ReadJson(MiraklJson.Default.MiraklReturnAnswer), static body => (
            Done: (body.ReturnSuccess ?? []).Select(static item => item.Id).ToHashSet(StringComparer.Ordinal),
            Errors: (body.ReturnErrors ?? []).Where(static error => error.Id is not null).DistinctBy(static error => error.Id).ToDictionary(static error => error.Id!, static error => error.Message)));
        foreach (var id in decisions.Select(static decision => decision.ReturnId))
        {
            outcomes[id] = told.Done.Contains(id.Value)
                ? null
                : told.Errors.TryGetValue(id.Value, out var error)
                    ? new Refusal(RefusalCode.ExternalRejected, $"mirakl refused: {error ?? "no reason given"}")
                    : throw answer.Malformed($"the outcome of the return {id} is missing");
        }
    }
}
