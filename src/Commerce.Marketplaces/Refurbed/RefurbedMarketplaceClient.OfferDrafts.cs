using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Whole offers: read, created or updated, ended. Source: <c>OfferService</c>, <c>MarketOfferService/ListMarketOffers</c>.</summary>
internal sealed partial class RefurbedMarketplaceClient
{
    private static readonly VendorOperation ListOffersCall = new("list-offers") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListMarketOffersCall = new("list-market-offers") { IsSafeToRepeat = true };
    private static readonly VendorOperation CreateOffers = new("create-offers") { IsSafeToRepeat = true };
    private static readonly VendorOperation DeleteOffers = new("delete-offers") { IsSafeToRepeat = true };

    public Paged<Offer> ListOffers(OfferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Channel is { } channelCode
            ? new Paged<Offer>((token, cancellationToken) => ListMarketOffersAsync(query, channelCode, token, cancellationToken))
            : new Paged<Offer>((token, cancellationToken) => ListOffersAsync(query, token, cancellationToken));
    }

    public async Task<OfferBatch> PutOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default)
    {
        var keys = RefurbedOffersCheck.Keys(offers, static offer => offer.Key, nameof(offers));
        var known = await KnownAsync(offers, cancellationToken).ConfigureAwait(false);
        var refusals = offers.Select(offer => Check(offer, known)).ToArray();
        var isFirst = true;
        await SendAsync(
            offers,
            refusals,
            offer => known.ContainsKey(offer.Sku),
            async items =>
            {
                isFirst = false;
                return await BatchAsync(
                    "OfferService/BatchUpdateOffers", [.. items.Select(RefurbedOfferMapping.ToUpdate)], static part => new RefurbedOfferUpdates(part), RefurbedJson.Default.RefurbedOfferUpdates, UpdateOffers, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
        await SendAsync(
            offers,
            refusals,
            offer => !known.ContainsKey(offer.Sku),
            items => GuardAsync(items.Count, isFirst, () => BatchAsync(
                "OfferService/BatchCreateOffers", [.. items.Select(offer => RefurbedOfferMapping.ToCreate(offer, options))], static part => new RefurbedOfferCreates(part), RefurbedJson.Default.RefurbedOfferCreates, CreateOffers, cancellationToken))).ConfigureAwait(false);
        return Done(OfferBatchKind.Offer, keys, refusals);
    }

    public async Task<OfferBatch> EndOffersAsync(IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default)
    {
        var keys = RefurbedOffersCheck.Keys(offers, static key => key, nameof(offers));
        var refusals = offers.Select(RefurbedOffersCheck.OfEnd).ToArray();
        await SendAsync(
            offers,
            refusals,
            static _ => true,
            async items => Gone(await BatchAsync(
                "OfferService/BatchDeleteOffers",
                [.. items.Select(static key => new RefurbedOfferDelete(RefurbedOfferMapping.KeyOf(key.Sku)))],
                static part => new RefurbedOfferDeletes(part),
                RefurbedJson.Default.RefurbedOfferDeletes,
                DeleteOffers,
                cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        return Done(OfferBatchKind.Offer, keys, refusals);
    }

    public async Task<OfferPreview> PreviewOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default)
    {
        var keys = RefurbedOffersCheck.Keys(offers, static offer => offer.Key, nameof(offers));
        var known = await KnownAsync(offers, cancellationToken).ConfigureAwait(false);
        var refusals = offers.Select(offer => Check(offer, known)).ToArray();
        var good = offers.Where((_, index) => refusals[index] is null).ToList();
        return new OfferPreview(
        [
            .. good.Where(offer => known.ContainsKey(offer.Sku)).Select(RefurbedOfferMapping.ToUpdate).Chunk(MaxBatch)
                .Select(static part => Text(new RefurbedOfferUpdates(part), RefurbedJson.Default.RefurbedOfferUpdates)),
            .. good.Where(offer => !known.ContainsKey(offer.Sku)).Select(offer => RefurbedOfferMapping.ToCreate(offer, options)).Chunk(MaxBatch)
                .Select(static part => Text(new RefurbedOfferCreates(part), RefurbedJson.Default.RefurbedOfferCreates)),
        ])
        {
            Items = Refused(keys, refusals),
        };
    }

    private Refusal? Check(OfferDraft draft, Dictionary<Sku, string?> known)
    {
        var isNew = !known.TryGetValue(draft.Sku, out var instance);
        return RefurbedOffersCheck.Of(draft, options, isNew)
            ?? (!isNew && RefurbedOfferMapping.ProductFieldOf(draft) == "instance_id" && instance != draft.ProductId
                ? new Refusal(RefusalCode.Conflict, $"The SKU {draft.Sku} is on sale for another product, {instance}: end that offer first.") { Field = nameof(draft.ProductId) }
                : null);
    }

    /// <summary>Finds which SKUs are on sale already, and for which product.</summary>
    private async Task<Dictionary<Sku, string?>> KnownAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken)
    {
        var known = new Dictionary<Sku, string?>();
        foreach (var part in offers.Select(static offer => offer.Sku).Distinct().Chunk(MaxPage))
        {
            await foreach (var offer in ListOffers(new OfferQuery { Skus = part }).ConfigureAwait(false).WithCancellation(cancellationToken))
            {
                known[offer.Sku] = offer.VendorProductId;
            }
        }

        return known;
    }

    private async Task<Page<Offer>> ListOffersAsync(OfferQuery query, ContinuationToken? token, CancellationToken cancellationToken)
    {
        var body = new RefurbedOffersRequest(
            new RefurbedPagination(query.PageSize, token?.Value), new RefurbedSort("ID", "ASC"), SkusOf(query) is { } skus ? new RefurbedOffersFilter(skus) : null);
        var answer = await ReadAsync("OfferService/ListOffers", body, RefurbedJson.Default.RefurbedOffersRequest, ListOffersCall, cancellationToken).ConfigureAwait(false);
        var page = answer.ReadJson(RefurbedJson.Default.RefurbedOffers);
        var offers = RefurbedRaw.Map<RefurbedOffer, Offer>(
            answer, "offers", page.Offers, static offer => RefurbedMapping.FromOffer(offer, isMarketOffer: false), query.IncludeRaw ? static (offer, raw) => offer with { Raw = raw } : null);
        return new Page<Offer>(offers, Next(page.HasMore, LastOf(answer, page.Offers)));
    }

    private async Task<Page<Offer>> ListMarketOffersAsync(OfferQuery query, string market, ContinuationToken? token, CancellationToken cancellationToken)
    {
        var after = token is { } last ? new RefurbedMarketKey(new RefurbedOfferKey(Id: last.Value), market) : null;
        var body = new RefurbedMarketOffersRequest(
            new RefurbedMarketPagination(query.PageSize, after), new RefurbedSort("ID", "ASC"), new RefurbedMarketOffersFilter(SkusOf(query), new RefurbedAnyOf([market])));
        var answer = await ReadAsync("MarketOfferService/ListMarketOffers", body, RefurbedJson.Default.RefurbedMarketOffersRequest, ListMarketOffersCall, cancellationToken).ConfigureAwait(false);
        var page = answer.ReadJson(RefurbedJson.Default.RefurbedMarketOffers);
        var offers = RefurbedRaw.Map<RefurbedOffer, Offer>(
            answer, "market_offers", page.MarketOffers, static offer => RefurbedMapping.FromOffer(offer, isMarketOffer: true), query.IncludeRaw ? static (offer, raw) => offer with { Raw = raw } : null);
        return new Page<Offer>(offers, Next(page.HasMore, LastOf(answer, page.MarketOffers)));
    }

    // The last entry may be one without a SKU, which is left out of the page.
    private static string? LastOf(VendorAnswer answer, IReadOnlyList<RefurbedOffer?>? offers) =>
        offers is [.., { } last] ? answer.Map(last, RefurbedMapping.OfferIdOf) : null;

    private static RefurbedAnyOf? SkusOf(OfferQuery query) => query.Skus.Count == 0 ? null : new RefurbedAnyOf([.. query.Skus.Select(static sku => sku.Value)]);
}
